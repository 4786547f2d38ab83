// Command crosspkg exits in another package.
package main

import (
	"bufio"
	"fmt"
	"os"

	"example.com/samples/skippeddefer/crosspkg/fatal"
)

func main() {
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintln(w, "hello")
	fatal.If(check()) // want `fatal.If skips the deferred w.Flush.*\[skippeddefer/exit\]`
}

func check() error { return nil }
