// Package other is imported.
package other

// Do does nothing.
func Do() {}
