// Command actor waits for a signal in an actor of a group.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/oklog/run"
)

func main() {
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second}
	var g run.Group
	g.Add(run.SignalHandler(context.Background(), os.Interrupt)) // want `takes SIGINT but not SIGTERM.*\[signalset/no-sigterm\]`
	g.Add(srv.ListenAndServe, func(error) {
		limited, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(limited); err != nil {
			log.Print(err)
		}
	})
	log.Print(g.Run())
}
