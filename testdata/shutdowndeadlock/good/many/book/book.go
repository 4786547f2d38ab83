// Package book has a function with more effects than a fact tells.
package book

import "sync"

// Book is a book.
type Book struct {
	Mu    sync.Mutex
	Tell  chan int
	Quit  chan struct{}
	pages int
}

// Write writes and tells of each page.
func (b *Book) Write() {
	b.Mu.Lock()
	b.pages++
	b.Tell <- 0
	b.Tell <- 1
	b.Tell <- 2
	b.Tell <- 3
	b.Tell <- 4
	b.Tell <- 5
	b.Tell <- 6
	b.Tell <- 7
	b.Tell <- 8
	b.Tell <- 9
	b.Tell <- 10
	b.Tell <- 11
	b.Tell <- 12
	b.Tell <- 13
	b.Tell <- 14
	b.Tell <- 15
	b.Tell <- 16
	b.Tell <- 17
	b.Tell <- 18
	b.Tell <- 19
	b.Tell <- 20
	b.Tell <- 21
	b.Tell <- 22
	b.Tell <- 23
	b.Tell <- 24
	b.Tell <- 25
	b.Tell <- 26
	b.Tell <- 27
	b.Tell <- 28
	b.Tell <- 29
	b.Tell <- 30
	b.Tell <- 31
	b.Tell <- 32
	b.Tell <- 33
	b.Mu.Unlock()
}

// Read counts until Quit is closed.
func (b *Book) Read() {
	for {
		select {
		case <-b.Quit:
			return
		case n := <-b.Tell:
			b.Mu.Lock()
			b.pages += n
			b.Mu.Unlock()
		}
	}
}
