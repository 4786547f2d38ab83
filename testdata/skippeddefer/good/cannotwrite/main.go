// Command cannotwrite ends because it cannot write.
package main

import (
	"fmt"
	"log"
	"os"
	"text/tabwriter"
)

func main() { list([]string{"a", "b"}) }

// list is silent: what cannot be written is not to be flushed.
func list(names []string) {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	defer func() { _ = w.Flush() }()
	for _, n := range names {
		_, err := fmt.Fprintf(w, "%s\t%d\n", n, len(n))
		check(err)
	}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
