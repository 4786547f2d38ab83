// Package onlyifmade makes a buffer only where there is none yet, and flushes it if it has made one.
package onlyifmade

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
	fmt.Fprint(w, body)
	if own != nil {
		return own.Flush()
	}
	return nil
}
