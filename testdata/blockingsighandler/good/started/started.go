// Package started is silent: another goroutine has begun the stop, or what the handler calls may do so.
package started

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Leave asks the registry while the server's own goroutine, which waits for the same ctx, shuts it down.
func Leave(srv *http.Server) {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-ctx.Done()
		drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		srv.Shutdown(drain)
	}()

	<-ctx.Done()
	http.Post("http://registry.internal/leave", "text/plain", nil)
	<-done
}

// Service is stopped by something that is not in view.
type Service interface {
	Stop()
}

// Stop asks the registry after a stop that is not in view.
func Stop(service Service) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	service.Stop()
	http.Post("http://registry.internal/leave", "text/plain", nil)
}

// Beside asks the registry while another goroutine, which waits for the same ctx, calls a stop that is not in view.
func Beside(service Service) {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	go func() {
		<-ctx.Done()
		service.Stop()
	}()
	<-ctx.Done()
	http.Post("http://registry.internal/leave", "text/plain", nil)
	os.Remove("/run/service.pid")
}
