// Command again ends what it registers for each round and for each request.
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
		wait()
	}
}

func work() bool { return os.Getenv("WORK") != "" }

// wait returns when a signal comes.
func wait() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(stop)
	<-stop
}

func imports(w http.ResponseWriter, r *http.Request) {
	ctx, release := signal.NotifyContext(r.Context(), os.Interrupt)
	defer release()
	load(ctx)
}

func load(ctx context.Context) { <-ctx.Done() }
