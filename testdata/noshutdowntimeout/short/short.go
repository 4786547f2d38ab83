// Package short gives less time than one silent connection takes.
package short

import (
	"context"
	"log"
	"net/http"
	"time"
)

const drain = 5 * time.Second

// Info only logs the error.
func Info(h http.Handler, stop <-chan struct{}) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), drain)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil { // want `\[noshutdowntimeout/short-deadline\]`
		log.Print(err)
	}
}

// Fatal exits with a failure when nothing was in flight: a warning.
func Fatal(h http.Handler, stop <-chan struct{}) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil { // want `\[noshutdowntimeout/short-deadline\]`
		log.Fatal(err)
	}
}

// Deadline says when.
func Deadline(h http.Handler, stop <-chan struct{}) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	<-stop
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(time.Second))
	defer cancel()
	return srv.Shutdown(ctx) // want `\[noshutdowntimeout/short-deadline\]`
}

// HeaderTimeout is silent: the server drops the silent connection within the time.
func HeaderTimeout(h http.Handler, stop <-chan struct{}) {
	srv := &http.Server{Addr: ":8080", Handler: h, ReadHeaderTimeout: 2 * time.Second}
	go srv.ListenAndServe()
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), drain)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

// ReadTimeout is silent for the same reason.
func ReadTimeout(h http.Handler, stop <-chan struct{}) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	srv.ReadTimeout = drain
	go srv.ListenAndServe()
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), drain)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

// Enough is silent: it is more than the 6 seconds that Shutdown gives a silent connection.
func Enough(h http.Handler, stop <-chan struct{}) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

// Configured is silent: the time is not known.
func Configured(h http.Handler, stop <-chan struct{}, d time.Duration) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), d)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
