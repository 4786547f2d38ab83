// Package basic leaves bytes in buffers.
package basic

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
)

func report(lines []string) error {
	f, err := os.Create("report.txt")
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f) // want `nothing calls Flush, so the last bytes that bufio.NewWriter holds back are lost \[unreleased/buffer\]`
	for _, l := range lines {
		fmt.Fprintln(w, l)
	}
	return nil
}

func pack(out io.Writer, data []byte) error {
	z := gzip.NewWriter(out) // want `nothing calls Close, .* \[unreleased/buffer\]`
	_, err := z.Write(data)
	return err
}

func table(out io.Writer, rows [][]string) error {
	w := csv.NewWriter(out) // want `nothing calls Flush, .* \[unreleased/buffer\]`
	for _, r := range rows {
		if err := w.Write(r); err != nil {
			return err
		}
	}
	return nil
}

// record flushes at the end of its input, but not when it is told to stop.
func record(ctx context.Context, lines <-chan string, f *os.File) error {
	w := bufio.NewWriter(f) // want `a return passes Flush by, .* \[unreleased/buffer\]`
	for {
		select {
		case <-ctx.Done():
			return nil
		case l, ok := <-lines:
			if !ok {
				return w.Flush()
			}
			w.WriteString(l)
		}
	}
}
