// Command good counts its stop while its metrics are still asked for.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"example.com/witness/orders"
	"example.com/witness/scrapes"
)

var stops = promauto.NewCounter(prometheus.CounterOpts{Name: "stops_total"})

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	mux := orders.Routes()
	mux.Handle("GET /metrics", promhttp.Handler())
	srv := &http.Server{Handler: mux}
	l, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	scraped := scrapes.Watch("http://"+l.Addr().String()+"/metrics", "stops_total", "scraped.txt")
	go func() {
		if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			stop()
		}
	}()

	<-ctx.Done()
	stop()
	stops.Inc()
	time.Sleep(200 * time.Millisecond) // until no more requests are sent here
	drain, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
	<-scraped
}
