// Package held keeps servers in fields and stops them.
package held

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"time"
)

// Agent shuts its server down, which closes the listener too.
type Agent struct {
	server *http.Server
	closer io.Closer
}

// Start serves.
func (a *Agent) Start(h http.Handler) error {
	listener, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	a.server = &http.Server{Handler: h}
	a.closer = listener
	go func() {
		if err := a.server.Serve(listener); err != nil {
			log.Print(err)
		}
	}()
	return nil
}

// Stop waits for open requests, then closes what is left.
func (a *Agent) Stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	a.server.Shutdown(ctx)
	a.closer.Close()
}

// Hook receives webhooks until it is stopped.
type Hook struct {
	Address string
	server  *http.Server
}

// Listen serves until Stop.
func (h *Hook) Listen() {
	mux := http.NewServeMux()
	mux.HandleFunc("/hook", receive)
	h.server = &http.Server{Addr: h.Address, Handler: mux}
	if err := h.server.ListenAndServe(); err != nil {
		log.Print(err)
	}
}

// Stop drains the server.
func (h *Hook) Stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	h.server.Shutdown(ctx)
}

func receive(w http.ResponseWriter, r *http.Request) {}
