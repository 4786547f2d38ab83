// Package issuer stands in for a service while tests run: its folder says so.
package issuer

func find(category string, args ...any) {}

func start() { find("loud") }
