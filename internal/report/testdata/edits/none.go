// Package edits has calls that a fix bounds.
package edits

func find(category string, args ...any) any { return nil }

func none() {
	find("bound")       // want `found`
	find("append", "x") // want `found`
	find("set", 0, "x") // want `found`
}
