// Package doortest is named like the package that it helps to test, as packages of the standard library are.
package doortest

import "example.com/report/door"

func find(category string, args ...any) {}

// Fake opens no door.
func Fake() {
	find("loud")
	door.Open()
}
