package helpers

func find(category string, args ...any) {}

// read is a helper like those of the other files, most of which use package testing.
func read() { find("loud") }
