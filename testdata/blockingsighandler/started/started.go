// Package started holds up a stop that no other goroutine has begun.
package started

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Leave asks the registry while another goroutine, which waits for the same ctx, waits for the network too.
func Leave(srv *http.Server) {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-ctx.Done()
		http.Post("http://registry.internal/drain", "text/plain", nil) // want `\[blockingsighandler/blocking-io\]`
		drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		srv.Shutdown(drain)
	}()

	<-ctx.Done()
	http.Post("http://registry.internal/leave", "text/plain", nil) // want `\[blockingsighandler/blocking-io\]`
	<-done
}

// Service is stopped by something that is not in view.
type Service interface {
	Stop()
}

// Stop asks the registry before the stop that is not in view.
func Stop(service Service) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	http.Post("http://registry.internal/leave", "text/plain", nil) // want `\[blockingsighandler/blocking-io\]`
	service.Stop()
}

// Beside asks the registry while the other goroutine waits for the same channel, so the signal wakes one of the two.
func Beside(service Service) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		service.Stop()
	}()
	<-stop
	http.Post("http://registry.internal/leave", "text/plain", nil) // want `\[blockingsighandler/blocking-io\]`
	os.Remove("/run/service.pid")
}
