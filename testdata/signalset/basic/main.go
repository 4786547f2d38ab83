// Command basic drains at Ctrl-C only.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"time"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go func() { log.Print(srv.ListenAndServe()) }()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt) // want `takes SIGINT but not SIGTERM.*\[signalset/no-sigterm\]`
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
