// Package unboundedwait waits between the signal and the stop for what may never come.
package unboundedwait

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// Group waits for a worker that nothing stops.
func Group(srv *http.Server, work func()) error {
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			work()
			time.Sleep(time.Second)
		}
	})
	go srv.ListenAndServe()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	wg.Wait() // want `\[blockingsighandler/unbounded-wait\]`
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

// GroupEnding is silent: the worker's work has an end.
func GroupEnding(srv *http.Server, jobs []func()) error {
	var wg sync.WaitGroup
	wg.Go(func() {
		for _, job := range jobs {
			job()
		}
	})
	go srv.ListenAndServe()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	wg.Wait()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

// Send tells somebody who may have left.
func Send(jobs <-chan func()) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	quit := make(chan struct{})
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		quit <- struct{}{} // missed: a receiver that can leave counts as one that is there
		cancel()
	}()
	go func() {
		select {
		case <-quit:
		case <-time.After(time.Minute):
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return
		case job := <-jobs:
			job()
		}
	}
}

// SendRoomy is silent: the channel has room.
func SendRoomy(jobs <-chan func()) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	quit := make(chan struct{}, 1)
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		quit <- struct{}{}
		cancel()
	}()
	go func() {
		select {
		case <-quit:
		case <-time.After(time.Minute):
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return
		case job := <-jobs:
			job()
		}
	}
}

// SendReceived is silent: the function waits for nothing else.
func SendReceived() {
	done := make(chan bool)
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		done <- true
	}()
	<-done
}

// Lock asks for what the other holds until it is stopped.
func Lock(save func()) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var mu sync.Mutex
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)

	mu.Lock()
	go func() {
		<-stop
		mu.Lock() // missed: who holds a lock for how long is not followed
		save()
		mu.Unlock()
		cancel()
	}()
	<-ctx.Done()
	mu.Unlock()
}

// LockAfter is silent: the lock is taken when the stop has begun.
func LockAfter(save func()) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var mu sync.Mutex
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)

	mu.Lock()
	go func() {
		<-stop
		cancel()
		mu.Lock()
		save()
		mu.Unlock()
	}()
	<-ctx.Done()
	mu.Unlock()
}

// LockShort is silent: nobody holds the lock while it waits.
func LockShort(cancel context.CancelFunc, mu *sync.Mutex, save func()) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	mu.Lock()
	save()
	mu.Unlock()
	cancel()
}
