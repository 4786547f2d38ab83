// Command opens has a deferred call in a function that is long over when the goroutine that it starts fails.
package main

import (
	"log"
	"os"
	"time"
)

func main() {
	if err := open(); err != nil {
		log.Fatal(err)
	}
	time.Sleep(time.Hour)
}

func open() (err error) {
	if err := os.WriteFile("app.lock", nil, 0o600); err != nil {
		return err
	}
	defer os.Remove("app.lock") // before the goroutine fails
	time.Sleep(time.Second)
	go func() {
		if err := work(); err != nil {
			panic(err)
		}
	}()
	return nil
}

func work() error { return nil }
