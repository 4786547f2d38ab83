package basic

import "context"

// loop runs until it is stopped.
type loop struct {
	done chan struct{}
	quit chan struct{}
}

func (l *loop) start(work func()) {
	go l.run(work)
}

func (l *loop) run(work func()) {
	defer close(l.done)
	for {
		select {
		case <-l.quit:
			return
		default:
			work()
		}
	}
}

func (l *loop) stop() {
	close(l.quit)
	close(l.done) // want `^this close and the one at line 16 close the same channel, and the second panics \[shutdownorder/send-on-closed\]$`
}

// feed is stopped once.
type feed struct {
	quit chan struct{}
}

func (f *feed) stop() { close(f.quit) }

func watch(ctx context.Context) {
	f := &feed{quit: make(chan struct{})}
	go func() {
		<-ctx.Done()
		f.stop()
	}()
	defer f.stop() // want `^f\.stop comes after f\.stop at line 43 and closes its channel again, which panics \[shutdownorder/send-on-closed\]$`
	<-ctx.Done()
}

func run(ctx context.Context) {
	f := &feed{quit: make(chan struct{})}
	defer f.stop() // want `^f\.stop comes after f\.stop at line 53 and closes its channel again, which panics \[shutdownorder/send-on-closed\]$`
	<-ctx.Done()
	f.stop()
}
