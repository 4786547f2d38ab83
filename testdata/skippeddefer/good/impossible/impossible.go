// Package impossible ends the process only where something is thought to be impossible.
package impossible

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"example.com/samples/skippeddefer/good/impossible/pages"
)

func copyChecked(name string, r io.Reader) error {
	f, err := os.CreateTemp("", "check")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	n, err := io.Copy(f, r)
	if err != nil {
		return err
	}
	return pages.Check(name, int(n))
}

func total(w io.Writer, in <-chan any) int {
	out := bufio.NewWriter(w)
	defer out.Flush()
	sum := make(chan int, 1)
	go func() {
		n := 0
		for v := range in {
			i, ok := v.(int)
			if !ok {
				panic(fmt.Errorf("unexpected type %T", v))
			}
			n += i
		}
		sum <- n
	}()
	n := <-sum
	fmt.Fprintln(out, n)
	return n
}
