// Package exits ends the process in many ways when Serve returns.
package exits

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/labstack/echo/v4"
	zlog "github.com/rs/zerolog/log"
	"github.com/sirupsen/logrus"
	"github.com/spf13/cobra"
	"go.uber.org/zap"
	"k8s.io/klog/v2"
)

func stop(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

// Fatal tests for nil only.
func Fatal(srv *http.Server, quit <-chan struct{}) {
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Fatalf("listen: %v", err) // want `\[fatalserve/server-closed\]`
		}
	}()
	<-quit
	stop(srv)
}

// Panic panics.
func Panic(srv *http.Server, ln net.Listener, quit <-chan struct{}) {
	go func() {
		if err := srv.Serve(ln); err != nil {
			panic(err) // want `\[fatalserve/server-closed\]`
		}
	}()
	<-quit
	stop(srv)
}

// Exit logs and exits.
func Exit(srv *http.Server, quit <-chan struct{}) {
	go func() {
		err := srv.ListenAndServeTLS("cert.pem", "key.pem")
		slog.Error("server", "err", err)
		os.Exit(1) // want `\[fatalserve/server-closed\]`
	}()
	<-quit
	stop(srv)
}

// Zap logs with zap.
func Zap(srv *http.Server, logger *zap.Logger, quit <-chan struct{}) {
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			logger.Fatal("listen", zap.Error(err)) // want `\[fatalserve/server-closed\]`
		}
	}()
	<-quit
	stop(srv)
}

// Sugared logs with zap's other logger.
func Sugared(srv *http.Server, logger *zap.SugaredLogger, quit <-chan struct{}) {
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			logger.Fatalw("listen", "err", err) // want `\[fatalserve/server-closed\]`
		}
	}()
	<-quit
	stop(srv)
}

// Zerolog logs with zerolog, whose event exits when it is sent.
func Zerolog(srv *http.Server, quit <-chan struct{}) {
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			zlog.Fatal().Err(err).Msg("listen") // want `\[fatalserve/server-closed\]`
		}
	}()
	<-quit
	stop(srv)
}

// Logrus logs with logrus.
func Logrus(srv *http.Server, quit <-chan struct{}) {
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			logrus.WithError(err).Fatal("listen") // want `\[fatalserve/server-closed\]`
		}
	}()
	<-quit
	stop(srv)
}

// Klog logs with klog.
func Klog(srv *http.Server, quit <-chan struct{}) {
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			klog.Exitf("listen: %v", err) // want `\[fatalserve/server-closed\]`
		}
	}()
	<-quit
	stop(srv)
}

// Check has cobra exit if there is an error.
func Check(srv *http.Server, quit <-chan struct{}) {
	go func() {
		cobra.CheckErr(srv.ListenAndServe()) // want `\[fatalserve/server-closed\]`
	}()
	<-quit
	stop(srv)
}

// Closed is closed, not shut down: the process exits with a failure.
func Closed(srv *http.Server, quit <-chan struct{}) {
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Fatal(err) // want `\[fatalserve/server-closed\]`
		}
	}()
	<-quit
	srv.Close()
}

// Echo returns the same error.
func Echo(e *echo.Echo, quit <-chan struct{}) {
	go func() {
		if err := e.Start(":8080"); err != nil {
			log.Fatal(err) // want `\[fatalserve/server-closed\]`
		}
	}()
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	e.Shutdown(ctx)
}

// Wrapped adds words to the error, and tests nothing.
func Wrapped(srv *http.Server, quit <-chan struct{}) {
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Fatal(fmt.Errorf("listen on %s: %w", srv.Addr, err)) // want `\[fatalserve/server-closed\]`
		}
	}()
	<-quit
	stop(srv)
}

// Channel sends the error to where the signal is waited for.
func Channel(srv *http.Server, quit <-chan struct{}) {
	errc := make(chan error, 1)
	go func() { errc <- srv.ListenAndServe() }()
	go func() {
		if err := <-errc; err != nil {
			log.Fatal(err) // want `\[fatalserve/server-closed\]`
		}
	}()
	<-quit
	stop(srv)
}
