// Command section holds signals off while it must not be cut off, and gives their default back.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	if err := undisturbed(migrate); err != nil {
		log.Fatal(err)
	}
}

func undisturbed(run func() error) error {
	held := make(chan os.Signal, 1)
	signal.Notify(held, syscall.SIGINT, syscall.SIGTERM)
	defer signal.Stop(held)
	return run()
}

func migrate() error { return os.Rename("data", "data.old") }
