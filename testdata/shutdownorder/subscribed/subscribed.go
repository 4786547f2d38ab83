// Package subscribed closes the queue of a listener that is still told what is new.
package subscribed

import "example.com/samples/shutdownorder/good/unsubscribed/feed"

type listener struct{ queue chan string }

func (l *listener) start(send func(string)) {
	go func() {
		for item := range l.queue {
			send(item)
		}
	}()
}

// Add puts an item into the queue, or drops it.
func (l *listener) Add(item string) {
	select {
	case l.queue <- item:
	default:
	}
}

// DrainAndStop ends the goroutine.
func (l *listener) DrainAndStop() { close(l.queue) } // want `a call of Add after this close sends on the closed channel and panics`

// Stream sends what is new until it is told to end.
func Stream(f *feed.Feed, end <-chan struct{}, send func(string)) {
	l := &listener{queue: make(chan string, 100)}
	l.start(send)
	f.Subscribe(l)
	<-end
	l.DrainAndStop()
	f.Unsubscribe(l)
}
