// Package leftproducer sends to a goroutine that ends at the first error, and looks for its end.
package leftproducer

import "io"

// Copy writes the rows in the background.
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
		select {
		case queue <- row:
		case err := <-done:
			return err
		}
	}
	close(queue)
	return <-done
}

// CopyAll goes on after an error, so every row is taken.
func CopyAll(rows []string, w io.Writer) error {
	queue := make(chan string)
	done := make(chan error, 1)
	go func() {
		var first error
		for row := range queue {
			if _, err := io.WriteString(w, row); err != nil && first == nil {
				first = err
			}
		}
		done <- first
	}()
	for _, row := range rows {
		queue <- row
	}
	close(queue)
	return <-done
}

// CopyDrained takes what is left after an error.
func CopyDrained(rows []string, w io.Writer) error {
	queue := make(chan string)
	done := make(chan error, 1)
	go func() {
		for row := range queue {
			if _, err := io.WriteString(w, row); err != nil {
				for range queue {
				}
				done <- err
				return
			}
		}
		done <- nil
	}()
	for _, row := range rows {
		queue <- row
	}
	close(queue)
	return <-done
}
