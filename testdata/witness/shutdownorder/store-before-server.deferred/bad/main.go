// Command bad defers the Close of its database last.
package main

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	_ "github.com/proullon/ramsql/driver" // keeps its tables in memory

	"example.com/witness/orders"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	db, err := sql.Open("ramsql", "shop")
	if err != nil {
		log.Fatal(err)
	}
	if _, err := db.ExecContext(ctx, "CREATE TABLE sales (goods TEXT)"); err != nil {
		log.Fatal(err)
	}
	mux := orders.Routes()
	mux.Handle("POST /sales", sales(db))
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			stop()
		}
	}()
	defer drain(srv)
	defer db.Close() // want `\[shutdownorder/store-before-server\]`

	<-ctx.Done()
	stop()
}

func drain(srv *http.Server) {
	limit, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}

func sales(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		goods, err := io.ReadAll(r.Body)
		if err == nil {
			_, err = db.ExecContext(r.Context(), "INSERT INTO sales (goods) VALUES (?)", string(goods))
		}
		if err != nil {
			log.Print(err)
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}
