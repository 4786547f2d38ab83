//go:build unix && !solaris && !aix

package unit

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestGiantsTakeTurns holds units to one giant at a time. Other units do not wait.
func TestGiantsTakeTurns(t *testing.T) {
	large, small := filepath.Join(t.TempDir(), "large.go"), filepath.Join(t.TempDir(), "small.go")
	for name, size := range map[string]int{large: giant, small: 10} {
		if err := os.WriteFile(name, make([]byte, size), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	end := takeTurn([]string{large})
	takeTurn([]string{small})() // does not wait
	second := make(chan func())
	go func() { second <- takeTurn([]string{small, large}) }()
	select {
	case <-second:
		t.Fatal("two giants at once")
	case <-time.After(100 * time.Millisecond):
	}
	end()
	select {
	case end := <-second:
		end()
	case <-time.After(10 * time.Second):
		t.Fatal("the second giant still waits")
	}
}
