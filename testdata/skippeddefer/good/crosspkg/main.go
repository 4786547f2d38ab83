// Command crosspkg exits in another package.
package main

import (
	"bufio"
	"fmt"
	"os"

	"example.com/samples/skippeddefer/good/crosspkg/fatal"
)

func main() {
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintln(w, "hello")
	w.Flush()
	fatal.If(check())
}

func check() error { return nil }
