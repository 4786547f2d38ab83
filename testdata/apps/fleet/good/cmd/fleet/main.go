// Command fleet knows where vehicles are.
package main

import (
	"fmt"
	"os"

	"example.com/samples/apps/fleet/good/internal/command"
)

func main() {
	if err := command.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "fleet:", err)
		os.Exit(1)
	}
}
