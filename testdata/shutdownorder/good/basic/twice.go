package basic

import (
	"context"
	"errors"
	"sync"
)

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
	<-l.done
}

// feed can be stopped more than once.
type feed struct {
	quit chan struct{}
	once sync.Once
}

func (f *feed) stop() { f.once.Do(func() { close(f.quit) }) }

func watch(ctx context.Context) {
	f := &feed{quit: make(chan struct{})}
	go func() {
		<-ctx.Done()
		f.stop()
	}()
	defer f.stop()
	<-ctx.Done()
}

func run(ctx context.Context) {
	f := &feed{quit: make(chan struct{})}
	defer f.stop()
	<-ctx.Done()
	f.stop()
}

// pair stops two values of one type.
func pair(ctx context.Context) {
	a := &plain{quit: make(chan struct{})}
	b := &plain{quit: make(chan struct{})}
	defer a.stop()
	<-ctx.Done()
	b.stop()
}

type plain struct {
	quit chan struct{}
}

func (p *plain) stop() { close(p.quit) }

// either stops it on one of two ways.
func either(ctx context.Context) error {
	p := &plain{quit: make(chan struct{})}
	if ctx.Err() != nil {
		p.stop()
		return errors.New("too late")
	}
	<-ctx.Done()
	p.stop()
	return nil
}
