// want package:`signals \[\], every false, unlisted false, foreign false, serves true, stops \[example\.com/samples/facts/servers\.Server\.srv\], others false`

// Package servers serves and stops for callers in other packages.
package servers

import (
	"context"
	"net"
	"net/http"
	"time"
)

// Server keeps its server in a field.
type Server struct {
	srv *http.Server
}

// Run blocks.
func (s *Server) Run(l net.Listener) error { return s.srv.Serve(l) } // want Run:`^result 0 can say that the server was stopped; serve example\.com/samples/facts/servers\.Server\.srv; result 0 is new \(\*net/http\.Server\)\.Serve$`

// Stop waits for as long as its caller lets it.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) } // want Stop:`^drain example\.com/samples/facts/servers\.Server\.srv with parameter 1; save example\.com/samples/facts/servers\.Server\.srv; result 0 is new \(\*net/http\.Server\)\.Shutdown$`

// StopWithin brings its own limit.
func (s *Server) StopWithin() { // want StopWithin:`^drain example\.com/samples/facts/servers\.Server\.srv with new context\.WithTimeout; save example\.com/samples/facts/servers\.Server\.srv$`
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	s.srv.Shutdown(ctx)
}

// Limited is a ctx with a limit.
func Limited(parent context.Context) (context.Context, context.CancelFunc) { // want Limited:`^result 0 is new context\.WithTimeout; result 1 is new context\.WithTimeout$`
	return context.WithTimeout(parent, 3*time.Second)
}

// Both runs what its caller hands over in a goroutine, and waits.
func Both(run func()) { // want Both:`^spawn; async invoke$`
	done := make(chan struct{})
	go func() {
		defer close(done)
		run()
	}()
	<-done
}
