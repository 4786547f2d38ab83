// Package answers closes channels that answers may still come on.
package answers

import (
	"context"
	"time"
)

type request struct {
	text   string
	answer chan error
}

// Writer writes what it is asked to, one after the other.
type Writer struct {
	requests chan request
	write    func(string) error
}

// Run writes until the ctx ends.
func (w *Writer) Run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case r := <-w.requests:
			r.answer <- w.write(r.text)
		}
	}
}

// Write waits a second for the answer.
func (w *Writer) Write(text string) error {
	answer := make(chan error, 1)
	defer close(answer) // want `^the function can return before the send at line 27, which panics once this has closed \[shutdownorder/send-on-closed\]$`
	w.requests <- request{text, answer}
	select {
	case err := <-answer:
		return err
	case <-time.After(time.Second):
		return context.DeadlineExceeded
	}
}

// All writes all texts side by side.
func (w *Writer) All(ctx context.Context, texts []string) error {
	failed := make(chan error)
	defer close(failed) // want `\[shutdownorder/send-on-closed\]`
	for _, text := range texts {
		go func() { failed <- w.write(text) }()
	}
	for range texts {
		select {
		case err := <-failed:
			if err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
