// Command lock removes its lock file itself before it fails.
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
		os.Remove("app.lock")
		os.Exit(1)
	}
}

func work() error { return nil }
