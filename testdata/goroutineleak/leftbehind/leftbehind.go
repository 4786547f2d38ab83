// Package leftbehind waits for some of its goroutines.
package leftbehind

import "sync"

type handler struct {
	previous sync.WaitGroup
	handle   func(string)
}

// Loop hands events to handlers.
type Loop struct {
	wg       sync.WaitGroup
	quit     chan struct{}
	events   chan string
	handlers map[string]*handler
}

func (l *Loop) Start() {
	l.wg.Add(1)
	go l.run()
}

func (l *Loop) run() {
	defer l.wg.Done()
	for {
		select {
		case <-l.quit:
			return
		case e := <-l.events:
			h := l.handlers[e]
			h.previous.Wait()
			h.previous.Add(1)
			go func() {
				h.handle(e)
				h.previous.Done()
			}()
		}
	}
}

func (l *Loop) Stop() {
	close(l.quit)
	l.wg.Wait() // want `l.wg.Wait leaves out the goroutine of line 34, which one that is waited for starts \[goroutineleak/not-awaited\]`
}
