// Command basic takes its signals when it is too late.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	if err := srv.ListenAndServe(); err != nil {
		log.Print(err)
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // want `signal.Notify comes behind srv.ListenAndServe \(line \d+\), so no signal is ever taken \[lostsignal/late-notify\]`
	<-stop                                             // want `\[lostsignal/second-signal\]`
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
