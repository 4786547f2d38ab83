// Package basic stops things in the wrong order.
package basic

import (
	"context"
	"database/sql"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func users(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := db.ExecContext(r.Context(), "select 1"); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

func closeFirst(db *sql.DB, l net.Listener) error {
	mux := http.NewServeMux()
	mux.Handle("/users", users(db))
	srv := &http.Server{Handler: mux}
	go srv.Serve(l)
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	db.Close() // want `^db\.Close comes before srv\.Shutdown \(line 35\), whose requests still use it \[shutdownorder/store-before-server\]$`
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

func deferLast(ctx context.Context, dsn string, l net.Listener) error {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: users(db)}
	go srv.Serve(l)
	defer srv.Shutdown(context.WithoutCancel(ctx))
	defer db.Close() // want `db\.Close comes before srv\.Shutdown \(line 45\), whose requests still use it \[shutdownorder/store-before-server\]`
	<-ctx.Done()
	return nil
}

func onShutdown(ctx context.Context, db *sql.DB, l net.Listener) error {
	srv := &http.Server{Handler: users(db)}
	srv.RegisterOnShutdown(func() {
		db.Close() // want `db\.Close runs beside srv\.Shutdown \(line 58\), whose requests still use it \[shutdownorder/store-before-server\]`
	})
	go srv.Serve(l)
	<-ctx.Done()
	return srv.Shutdown(context.WithoutCancel(ctx))
}

func besides(ctx context.Context, db *sql.DB, l net.Listener) error {
	srv := &http.Server{Handler: users(db)}
	go srv.Serve(l)
	go func() {
		<-ctx.Done()
		db.Close() // want `db\.Close runs beside srv\.Shutdown \(line 69\), whose requests still use it \[shutdownorder/store-before-server\]`
	}()
	<-ctx.Done()
	return srv.Shutdown(context.WithoutCancel(ctx))
}

// recorder writes what it gets to a database.
type recorder struct {
	db   *sql.DB
	in   chan string
	quit chan struct{}
	wg   sync.WaitGroup
}

func (r *recorder) start() {
	r.wg.Go(func() {
		for {
			select {
			case s := <-r.in:
				r.db.Exec("insert into log values ($1)", s)
			case <-r.quit:
				return
			}
		}
	})
}

func (r *recorder) stop() {
	close(r.quit)
	r.db.Close() // want `r\.db\.Close comes before r\.wg\.Wait \(line 96\), whose goroutines still use it \[shutdownorder/store-before-server\]`
	r.wg.Wait()
}
