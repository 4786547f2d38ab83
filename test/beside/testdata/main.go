// Command beside has what staticcheck sees as well as shutdownlint, and what only one of them sees.
package main

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func main() {
	direct := make(chan os.Signal)
	signal.Notify(direct, syscall.SIGTERM)
	helped := channel()
	signal.Notify(helped, syscall.SIGTERM)
	kept := make(chan os.Signal)
	//lint:ignore SA1017,unbufferedsignal both are told the same
	signal.Notify(kept, syscall.SIGTERM)
	killed := make(chan os.Signal, 1)
	signal.Notify(killed, syscall.SIGKILL, syscall.SIGTERM)
	var wg sync.WaitGroup
	go func() {
		wg.Add(1)
		defer wg.Done()
		time.Sleep(time.Second)
	}()
	go func() {
		time.Sleep(time.Second)
		wg.Add(1)
		wg.Done()
	}()
	wg.Wait()
	select {
	case <-direct:
	case <-helped:
	case <-kept:
	case <-killed:
	}
}

func channel() chan os.Signal { return make(chan os.Signal) }
