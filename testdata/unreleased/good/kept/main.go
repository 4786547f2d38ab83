// Command kept has other packages keep things, and close them in the end.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/unreleased/good/kept/audit"
	"example.com/samples/unreleased/good/kept/errs"
	"example.com/samples/unreleased/good/kept/logs"
)

func main() {
	if err := audit.Init("trail.log"); err != nil {
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
	errs.Flush()
	audit.Close()
}
