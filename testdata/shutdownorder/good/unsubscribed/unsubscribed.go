// Package unsubscribed closes the queue of a listener that nobody tells anything any more.
package unsubscribed

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

// DrainAndStop is silent: its only caller has struck the listener off before.
func (l *listener) DrainAndStop() { close(l.queue) }

// Stream sends what is new until it is told to end.
func Stream(f *feed.Feed, end <-chan struct{}, send func(string)) {
	l := &listener{queue: make(chan string, 100)}
	l.start(send)
	f.Subscribe(l)
	<-end
	f.Unsubscribe(l)
	l.DrainAndStop()
}
