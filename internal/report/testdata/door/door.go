// Package door is what package doortest helps to test.
package door

func find(category string, args ...any) {}

// Open opens.
func Open() {
	find("loud") // want `^found \[demo/loud\]$`
}
