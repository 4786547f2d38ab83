// Package many waits after the call of a function that takes a lock and gives it up, far below.
package many

import (
	"sync"

	"example.com/samples/shutdowndeadlock/good/many/book"
)

// Run writes, and waits for the readers.
func Run(b *book.Book) {
	var readers sync.WaitGroup
	readers.Go(func() {
		for {
			select {
			case <-b.Quit:
				return
			case <-b.Tell:
				b.Mu.Lock()
				b.Mu.Unlock()
			}
		}
	})
	b.Write()
	readers.Wait() // Quit is closed by others
}
