// Package basic flushes its buffers.
package basic

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"os"
	"sync"
)

func report(lines []string) error {
	f, err := os.Create("report.txt")
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	for _, l := range lines {
		fmt.Fprintln(w, l)
	}
	return w.Flush()
}

func pack(out io.Writer, data []byte) error {
	z := gzip.NewWriter(out)
	if _, err := z.Write(data); err != nil {
		return err // silent: what is written is of no use after a failure
	}
	return z.Close()
}

func table(out io.Writer, rows [][]string) error {
	w := csv.NewWriter(out)
	defer w.Flush()
	for _, r := range rows {
		if err := w.Write(r); err != nil {
			return err
		}
	}
	return nil
}

func record(ctx context.Context, lines <-chan string, f *os.File) error {
	w := bufio.NewWriter(f)
	for {
		select {
		case <-ctx.Done():
			return w.Flush()
		case l, ok := <-lines:
			if !ok {
				return w.Flush()
			}
			w.WriteString(l)
		}
	}
}

// peek counts bytes and throws them away.
func peek(data []byte) int {
	var b bytes.Buffer
	w := bufio.NewWriter(&b) // silent: the buffer below does not outlive the function
	w.Write(data)
	return w.Buffered()
}

// open hands its writer out: its caller flushes.
func open(f *os.File) *bufio.Writer {
	return bufio.NewWriter(f)
}

func use(f *os.File) error {
	w := open(f)
	w.WriteString("line")
	return w.Flush()
}

var pool = sync.Pool{
	New: func() any { return gzip.NewWriter(io.Discard) }, // silent: who takes it from the pool closes it
}

// serve talks both ways through one buffer.
func serve(conn net.Conn) error {
	rw := bufio.NewReadWriter(bufio.NewReader(conn), bufio.NewWriter(conn))
	rw.WriteString("hello\n")
	return rw.Flush()
}

// render writes a document in one go: Encode flushes.
func render(out io.Writer, doc any) error {
	return xml.NewEncoder(out).Encode(doc)
}

// asked asks for an error after the flush.
func asked(out io.Writer, rows [][]string) error {
	w := csv.NewWriter(out)
	for _, r := range rows {
		if err := w.Write(r); err != nil {
			return err
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return err
	}
	return nil
}

// total ends with a call that flushes itself.
func total(out io.Writer, rows [][]string, sum []string) error {
	w := csv.NewWriter(out)
	if err := w.Write(sum); err != nil {
		return err
	}
	if err := w.WriteAll(rows); err != nil {
		return err
	}
	return nil
}

// boundary only asks the writer for a name.
func boundary() string { return multipart.NewWriter(io.Discard).Boundary() }
