// Command helped gets its registered channels and ctxs from helpers, and waits for them.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/lostsignal/good/helped/signals"
)

var interrupted = make(chan os.Signal, 1)

func channel() <-chan os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	return c
}

func both() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
}

func on(c chan<- os.Signal, then func()) {
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	then()
}

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	switch os.Getenv("WAIT") {
	case "channel":
		<-channel()
	case "ctx":
		ctx, stop := both()
		<-ctx.Done()
		stop()
	case "package":
		ctx := signals.Context()
		<-ctx.Done()
	case "foreign":
		c := signals.Channel()
		log.Print("got ", <-c)
	case "given":
		c := make(chan os.Signal, 1)
		on(c, func() { log.Print("waiting") })
		<-c
	case "variable":
		signal.Notify(interrupted, os.Interrupt, syscall.SIGTERM)
		await()
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

func await() { log.Print("got ", <-interrupted) }
