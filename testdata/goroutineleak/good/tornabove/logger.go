package tornabove

import (
	"context"
	"os"
	"time"
)

type logger struct{ f *os.File }

func (l *logger) Info(s string) { l.f.WriteString(s) }
func (l *logger) Close() error  { return l.f.Close() }

// watcher says that it has ended.
type watcher struct {
	log  *logger
	stop chan struct{}
	n    int
}

func (w *watcher) start() {
	go func() {
		for {
			select {
			case <-time.After(time.Second):
				w.n++
			case <-w.stop:
				w.log.Info("watcher has ended")
				return
			}
		}
	}()
}

func (w *watcher) Close() { close(w.stop) }

// Watch is silent: what is lost is a line about the end.
func Watch(ctx context.Context, f *os.File) {
	log := &logger{f}
	w := &watcher{log: log, stop: make(chan struct{})}
	w.start()
	<-ctx.Done()
	w.Close()
	log.Close()
}
