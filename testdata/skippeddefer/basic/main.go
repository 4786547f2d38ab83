// Command basic copies lines and exits on an error with some of them still in its buffer.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
)

func main() {
	f, err := os.Create("out.txt")
	if err != nil {
		log.Fatal(err)
	}
	w := bufio.NewWriter(f)
	defer w.Flush()
	for i := range 10 {
		fmt.Fprintln(w, i)
	}
	if err := check(); err != nil {
		log.Fatal(err) // want `log.Fatal skips the deferred w.Flush \(line \d+\): what it holds back is lost \[skippeddefer/exit\]`
	}
}

func check() error { return nil }
