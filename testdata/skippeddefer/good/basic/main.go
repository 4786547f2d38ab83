// Command basic copies lines in a function that returns its error, so that the buffer is flushed before the exit.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	f, err := os.Create("out.txt")
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	defer w.Flush()
	for i := range 10 {
		fmt.Fprintln(w, i)
	}
	return check()
}

func check() error { return nil }
