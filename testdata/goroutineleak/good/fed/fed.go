// Package fed ranges over a channel whose sender never ends.
package fed

import "time"

// Values returns what is new, for as long as the process lives.
func Values(load func() (string, error)) <-chan []byte {
	loaded := make(chan string, 1)
	go poll(load, loaded)
	out := make(chan []byte, 1)
	go func() {
		for s := range loaded {
			out <- []byte(s)
		}
	}()
	return out
}

func poll(load func() (string, error), loaded chan string) {
	for {
		s, err := load()
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		loaded <- s
	}
}
