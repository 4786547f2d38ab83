// Package basic stops things in the right order.
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
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	err := srv.Shutdown(ctx)
	db.Close()
	return err
}

func deferLast(ctx context.Context, dsn string, l net.Listener) error {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return err
	}
	defer db.Close()
	srv := &http.Server{Handler: users(db)}
	go srv.Serve(l)
	defer srv.Shutdown(context.WithoutCancel(ctx))
	<-ctx.Done()
	return nil
}

// failedStart closes the database on a path that does not come to the server.
func failedStart(ctx context.Context, db *sql.DB, l net.Listener) error {
	if err := db.Ping(); err != nil {
		db.Close()
		return err
	}
	srv := &http.Server{Handler: users(db)}
	go srv.Serve(l)
	<-ctx.Done()
	return srv.Shutdown(context.WithoutCancel(ctx))
}

func onShutdown(ctx context.Context, db *sql.DB, l net.Listener) error {
	srv := &http.Server{Handler: users(db)}
	srv.RegisterOnShutdown(func() {
		srv.SetKeepAlivesEnabled(false)
	})
	go srv.Serve(l)
	<-ctx.Done()
	err := srv.Shutdown(context.WithoutCancel(ctx))
	db.Close()
	return err
}

// besides closes a database that the server does not use.
func besides(ctx context.Context, db, other *sql.DB, l net.Listener) error {
	srv := &http.Server{Handler: users(db)}
	go srv.Serve(l)
	go func() {
		<-ctx.Done()
		other.Close()
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
	r.wg.Wait()
	r.db.Close()
}
