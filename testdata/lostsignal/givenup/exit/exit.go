// Package exit ends programs.
package exit

import (
	"log"
	"os"
)

// With logs the error and ends the process.
func With(err error) {
	log.Print(err)
	os.Exit(1)
}
