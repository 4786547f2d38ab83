// Command again registers a channel for each round and a ctx for each request.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	http.HandleFunc("/import", imports)
	go http.ListenAndServe("localhost:8080", nil)
	for work() {
		wait() // want `wait registers one more channel each time round, and nothing calls signal.Stop \[lostsignal/stop-dropped\]`
	}
}

func work() bool { return os.Getenv("WORK") != "" }

// wait returns when a signal comes.
func wait() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
}

func imports(w http.ResponseWriter, r *http.Request) {
	ctx, _ := signal.NotifyContext(r.Context(), os.Interrupt) // want `signal.NotifyContext registers one more channel each time round.*\[lostsignal/stop-dropped\]`
	load(ctx)
}

func load(ctx context.Context) { <-ctx.Done() }
