// Package held keeps what its process must not lose in a type.
package held

import (
	"bufio"
	"log"
	"os"
)

type journal struct {
	buf *bufio.Writer
}

func open(path string) (*journal, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &journal{bufio.NewWriter(f)}, nil
}

func (j *journal) write(line string) error {
	_, err := j.buf.WriteString(line)
	return err
}

// Close writes what is held back.
func (j *journal) Close() error { return j.buf.Flush() }

// Run keeps a journal.
func Run(lines <-chan string) {
	j, err := open("journal")
	if err != nil {
		log.Fatal(err)
	}
	defer j.Close()
	for line := range lines {
		if err := j.write(line); err != nil {
			log.Fatalf("write: %v", err) // want `log.Fatalf skips the deferred j.Close.*\[skippeddefer/exit\]`
		}
	}
}
