// Package rewrapped gives a writer a buffer under its own name, and flushes that twice: early for what has to arrive at once, and at the end. So it is in
// net/http's Request.write.
package rewrapped

import (
	"bufio"
	"fmt"
	"io"
)

func send(w io.Writer, header, body string) error {
	var own *bufio.Writer
	if _, buffered := w.(io.ByteWriter); !buffered {
		own = bufio.NewWriter(w)
		w = own
	}
	fmt.Fprint(w, header)
	if b, buffered := w.(*bufio.Writer); buffered {
		if err := b.Flush(); err != nil {
			return err
		}
	}
	fmt.Fprint(w, body)
	if own != nil {
		return own.Flush()
	}
	return nil
}
