// Command start takes requests while it waits for its database, and signals only then.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE"))
	if err != nil {
		log.Fatal(err)
	}
	srv := &http.Server{Addr: ":8080", Handler: orders{db}}
	go srv.ListenAndServe()
	for db.Ping() != nil {
		time.Sleep(time.Second)
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // want `srv takes requests, and a stop kills it, while db.Ping \(line \d+\) lasts \[lostsignal/late-notify\]`
	<-stop
	signal.Stop(stop)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

type orders struct{ db *sql.DB }

func (o orders) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := o.db.ExecContext(r.Context(), "insert into orders default values"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
