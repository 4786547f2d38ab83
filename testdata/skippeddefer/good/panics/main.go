// Command panics hands the error of its worker to main.
package main

import (
	"log"
	"os"
)

func main() {
	if err := os.WriteFile("app.pid", nil, 0o600); err != nil {
		log.Fatal(err)
	}
	defer os.Remove("app.pid")
	failed := make(chan error, 1)
	go func() { failed <- work() }()
	log.Print(<-failed)
}

func work() error { return nil }
