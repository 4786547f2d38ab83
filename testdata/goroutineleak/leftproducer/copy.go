// Package leftproducer sends to a goroutine that ends at the first error.
package leftproducer

import "io"

// Copy writes the rows in the background. Once a write has failed nobody takes the next row.
func Copy(rows []string, w io.Writer) error {
	queue := make(chan string)
	done := make(chan error, 1)
	go func() {
		for row := range queue {
			if _, err := io.WriteString(w, row); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	for _, row := range rows {
		queue <- row // want `^blocks for ever on the send to queue once the goroutine of line 10 has ended at line 14 \[goroutineleak/blocked-send\]$`
	}
	close(queue)
	return <-done
}
