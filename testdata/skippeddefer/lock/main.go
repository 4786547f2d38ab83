// Command lock leaves its lock file behind when it fails.
package main

import (
	"log"
	"os"
)

func main() {
	if err := os.WriteFile("app.lock", nil, 0o600); err != nil {
		log.Fatal(err)
	}
	defer os.Remove("app.lock")
	if err := work(); err != nil {
		os.Exit(1) // want `os.Exit skips the deferred os.Remove \(line \d+\): the file stays \[skippeddefer/exit\]`
	}
}

func work() error { return nil }
