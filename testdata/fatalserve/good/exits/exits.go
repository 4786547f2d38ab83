// Package exits ends the process only when Serve fails, and is silent.
package exits

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	zlog "github.com/rs/zerolog/log"
	"google.golang.org/grpc"
)

func stop(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

// NotEqual compares.
func NotEqual(srv *http.Server, quit <-chan struct{}) {
	go func() {
		if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
			log.Fatalf("listen: %v", err)
		}
	}()
	<-quit
	stop(srv)
}

// Equal returns first.
func Equal(srv *http.Server, quit <-chan struct{}) {
	go func() {
		err := srv.ListenAndServe()
		if err == http.ErrServerClosed {
			return
		}
		log.Fatalf("listen: %v", err)
	}()
	<-quit
	stop(srv)
}

// Is asks errors.Is.
func Is(srv *http.Server, quit <-chan struct{}) {
	go func() {
		if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			zlog.Fatal().Err(err).Msg("listen")
		}
	}()
	<-quit
	stop(srv)
}

// Switch has a case for it.
func Switch(srv *http.Server, quit <-chan struct{}) {
	go func() {
		switch err := srv.ListenAndServe(); err {
		case nil, http.ErrServerClosed:
		default:
			panic(err)
		}
	}()
	<-quit
	stop(srv)
}

// SwitchTrue asks in a case.
func SwitchTrue(srv *http.Server, quit <-chan struct{}) {
	go func() {
		err := srv.ListenAndServe()
		switch {
		case errors.Is(err, http.ErrServerClosed):
			log.Print("server closed")
		case err != nil:
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}()
	<-quit
	stop(srv)
}

func failed(err error) bool {
	return err != nil && !errors.Is(err, http.ErrServerClosed)
}

// Helper asks a function.
func Helper(srv *http.Server, quit <-chan struct{}) {
	go func() {
		if err := srv.ListenAndServe(); failed(err) {
			log.Fatal(err)
		}
	}()
	<-quit
	stop(srv)
}

// Logged only logs.
func Logged(srv *http.Server, quit <-chan struct{}) {
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Print(err)
		}
	}()
	<-quit
	stop(srv)
}

// Channel tests what it gets.
func Channel(srv *http.Server, quit <-chan struct{}) {
	errc := make(chan error, 1)
	go func() { errc <- srv.ListenAndServe() }()
	go func() {
		if err := <-errc; !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-quit
	stop(srv)
}

// Listen ends the process when there is nothing to serve: that error is not Serve's.
func Listen(srv *http.Server, quit <-chan struct{}) {
	ln, err := net.Listen("tcp", srv.Addr)
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		if err := srv.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-quit
	stop(srv)
}

// GRPC returns nil when it is stopped.
func GRPC(gs *grpc.Server, ln net.Listener, quit <-chan struct{}) {
	go func() {
		<-quit
		timer := time.AfterFunc(20*time.Second, gs.Stop)
		defer timer.Stop()
		gs.GracefulStop()
	}()
	if err := gs.Serve(ln); err != nil {
		log.Fatal(err)
	}
}
