// Command kept has other packages keep things, and does not have them close these.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/unreleased/kept/audit"
	"example.com/samples/unreleased/kept/errs"
	"example.com/samples/unreleased/kept/logs"
)

func main() { // want `nothing calls Flush after sentry-go.Init, so what it holds back is lost at exit \[unreleased/telemetry\]`
	if err := audit.Init("trail.log"); err != nil { // want `the program never calls audit.Close after audit.Init, so what that holds back is lost \[unreleased/resource\]`
		log.Fatal(err)
	}
	if err := errs.Init(os.Getenv("DSN")); err != nil {
		log.Fatal(err)
	}
	if err := logs.Init(); err != nil { // silent: it holds nothing back
		log.Fatal(err)
	}
	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		audit.Put(r.URL.Path)
		logs.Info(r.URL.Path)
	})}
	go srv.ListenAndServe()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, os.Interrupt)
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		errs.Send(err)
	}
}
