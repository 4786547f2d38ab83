// Package bills writes bills in the background.
package bills

import (
	"log"
	"os"
	"sync"
	"time"
)

// Worker writes bills.
type Worker interface {
	Write(name string)
	Start() error
	Stop()
}

type worker struct {
	name string
	quit chan struct{}
	wg   sync.WaitGroup
}

// NewWorker makes a worker that does nothing yet.
func NewWorker() Worker { return &worker{quit: make(chan struct{})} }

func (w *worker) Write(name string) { w.name = name }

func (w *worker) Start() error {
	f, err := os.Create(w.name)
	if err != nil {
		return err
	}
	w.wg.Go(func() {
		f.WriteString("eggs ")
		log.Print("at work")
		<-time.After(2 * time.Second)
		f.WriteString("2.40\n")
		<-w.quit
	})
	return nil
}

// Stop waits until the bill is written.
func (w *worker) Stop() {
	close(w.quit)
	w.wg.Wait()
}
