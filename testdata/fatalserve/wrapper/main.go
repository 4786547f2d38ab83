// Command wrapper serves, and ends the process, in functions of its own.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func serve(srv *http.Server) error {
	log.Print("listening on ", srv.Addr)
	return srv.ListenAndServe()
}

func serveTested(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func must(err error) {
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

func main() {
	first := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
	second := &http.Server{Addr: ":8081", ReadHeaderTimeout: 5 * time.Second}
	third := &http.Server{Addr: ":8082", ReadHeaderTimeout: 5 * time.Second}
	fourth := &http.Server{Addr: ":8083", ReadHeaderTimeout: 5 * time.Second}
	go func() {
		if err := serve(first); err != nil {
			log.Fatal(err) // want `\[fatalserve/server-closed\]`
		}
	}()
	go func() {
		check(second.ListenAndServe()) // want `\[fatalserve/server-closed\]`
	}()
	go func() {
		check(serveTested(third)) // silent: serveTested tests the error
	}()
	go func() {
		must(fourth.ListenAndServe()) // silent: must tests the error
	}()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	for _, srv := range []*http.Server{first, second, third, fourth} {
		if err := srv.Shutdown(ctx); err != nil {
			log.Print(err)
		}
	}
}
