// Package lib makes workers and connections.
package lib

// Worker runs jobs in the background.
type Worker interface {
	Register(name string)
	Start() error
	Stop()
}

type worker struct{ quit chan bool }

func (w *worker) Register(name string) {}

func (w *worker) Start() error {
	go func() { <-w.quit }()
	return nil
}

func (w *worker) Stop() { close(w.quit) }

// NewWorker makes a worker that does nothing yet.
func NewWorker() Worker { return &worker{make(chan bool)} }
