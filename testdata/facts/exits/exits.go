// want package:`signals \[\], every false, unlisted false, foreign false, serves false, stops \[\], others false`

// Package exits ends the process for callers in other packages.
package exits

import (
	"log"
	"os"
	"sync"
)

// Die never returns.
func Die(err error) { log.Fatal(err) } // want Die:`^never returns; exit new \|parameter 0$`

// DieIf returns if there is nothing wrong.
func DieIf(err error) { // want DieIf:`^exit$`
	if err != nil {
		os.Exit(1)
	}
}

// Forever goes on.
func Forever(wg *sync.WaitGroup) { // want Forever:`^goes on for ever; wait parameter 0$`
	for {
		wg.Wait()
	}
}

// Pure does nothing of interest.
func Pure(n int) int { return n + 1 }
