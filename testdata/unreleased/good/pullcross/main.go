// Command pullcross changes metrics of another package, some of which others change too.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/unreleased/good/pullcross/stats"
	"example.com/samples/unreleased/good/pullcross/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", Handler: web.Routes()}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			stop()
		}
	}()
	<-ctx.Done()
	stop()
	begin := time.Now()
	shutdown(srv)
	stats.Stops.Inc()
	stats.Drained(time.Since(begin).Seconds())
	stats.Requests.Inc()
}

func shutdown(srv *http.Server) {
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
