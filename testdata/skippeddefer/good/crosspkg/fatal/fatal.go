// Package fatal ends the process.
package fatal

import (
	"fmt"
	"os"
)

// If ends the process if there is an error.
func If(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
