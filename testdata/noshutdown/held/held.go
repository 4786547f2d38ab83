// Package held keeps servers in fields.
package held

import (
	"io"
	"log"
	"net"
	"net/http"
)

// Agent closes its listener and leaves the server alone.
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

// Stop takes no more connections, and does nothing for those that are open.
func (a *Agent) Stop() {
	a.closer.Close() // want `a.closer.Close closes only the listener of a.server: open requests are not waited for \[noshutdown/no-path\]`
}

// Hook receives webhooks. Its Stop does nothing, so after a reload the old server still has the port.
type Hook struct {
	Address string
}

// Listen serves until the process ends.
func (h *Hook) Listen() {
	mux := http.NewServeMux()
	mux.HandleFunc("/hook", receive)
	if err := http.ListenAndServe(h.Address, mux); err != nil { // want `nobody can shut down what http.ListenAndServe serves.*\[noshutdown/unstoppable\]`
		log.Print(err)
	}
}

// Stop does nothing.
func (h *Hook) Stop() { log.Print("stopping") }

func receive(w http.ResponseWriter, r *http.Request) {}
