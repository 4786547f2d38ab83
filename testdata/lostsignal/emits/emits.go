// Package emits takes the stop signals of every program that logs early, writes what it has gathered, and takes them no more. Argo-workflows had this form
// (0469c6ed).
package emits

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

var (
	once     sync.Once
	gathered []string
)

// Log gathers a line.
func Log(line string) {
	gathered = append(gathered, line)
	once.Do(func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt, syscall.SIGTERM) // want `still takes signals when its receiver \(line 24\) has ended`
		go func() {
			<-c
			if len(gathered) > 0 {
				emit()
			}
		}()
	})
}

func emit() {
	for _, line := range gathered {
		println(line)
	}
	gathered = nil
}
