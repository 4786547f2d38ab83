//go:build unix && !solaris && !aix

package unit

import (
	"testing"
	"time"
)

// TestTurns holds giants to one at a time.
func TestTurns(t *testing.T) {
	end := takeTurn()
	second := make(chan func())
	go func() { second <- takeTurn() }()
	select {
	case <-second:
		t.Fatal("two turns at once")
	case <-time.After(100 * time.Millisecond):
	}
	end()
	select {
	case end := <-second:
		end()
	case <-time.After(10 * time.Second):
		t.Fatal("the second still waits")
	}
}
