// Package lines takes measurements in the line protocol.
package lines

import (
	"bufio"
	"context"
	"errors"
	"log/slog"
	"net"
	"sync"

	"example.com/samples/apps/gateway/good/internal/queue"
)

// Server takes connections.
type Server struct {
	ln    net.Listener
	queue *queue.Queue
	wg    sync.WaitGroup
}

// Listen returns a server that listens at the address.
func Listen(addr string, q *queue.Queue) (*Server, error) {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	return &Server{ln: ln, queue: q}, nil
}

// Serve takes connections until Close.
func (s *Server) Serve(ctx context.Context) {
	for {
		conn, err := s.ln.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			slog.Error("accept", "err", err)
			continue
		}
		s.wg.Go(func() { s.read(ctx, conn) })
	}
}

// read takes the lines of a connection.
func (s *Server) read(ctx context.Context, conn net.Conn) {
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	lines := bufio.NewScanner(conn)
	for lines.Scan() {
		if err := s.queue.Add(ctx, lines.Text()); err != nil {
			return
		}
	}
}

// Close takes no more connections and waits for those that are open.
func (s *Server) Close() error {
	err := s.ln.Close()
	s.wg.Wait()
	return err
}
