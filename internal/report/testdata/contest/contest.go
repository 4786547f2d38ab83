// Package contest ends like a package for tests and is none.
package contest

func find(category string, args ...any) {}

// Enter enters.
func Enter() {
	find("loud") // want `^found \[demo/loud\]$`
}
