// Package workqueue ends a queue that goroutines still add to.
package workqueue

import (
	"time"

	"k8s.io/client-go/util/workqueue"
)

// Mirror repairs what has changed.
type Mirror struct {
	queue workqueue.TypedRateLimitingInterface[string]
	done  chan struct{}
}

// Start begins the work.
func (m *Mirror) Start() {
	go m.repair()
	go func() {
		tick := time.NewTicker(time.Minute)
		defer tick.Stop()
		for {
			select {
			case <-m.done:
				return
			case <-tick.C:
				m.queue.Add("all")
			}
		}
	}()
}

func (m *Mirror) repair() {
	for {
		item, shutdown := m.queue.Get()
		if shutdown {
			return
		}
		m.queue.Done(item)
	}
}

// Stop is silent: the queue drops what is added after its end, and tells who waits for more.
func (m *Mirror) Stop() {
	close(m.done)
	m.queue.ShutDown()
}
