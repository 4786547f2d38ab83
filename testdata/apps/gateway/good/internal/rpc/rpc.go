// Package rpc is the gateway's gRPC server.
package rpc

import (
	"context"
	"log/slog"
	"net"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"

	"example.com/samples/apps/gateway/good/internal/queue"
)

// Server takes measurements.
type Server struct {
	addr   string
	grpc   *grpc.Server
	health *health.Server
}

// New returns a server that hands what it gets to the queue.
func New(addr string, q *queue.Queue) *Server {
	s := &Server{addr: addr, grpc: grpc.NewServer(), health: health.NewServer()}
	healthpb.RegisterHealthServer(s.grpc, s.health)
	s.grpc.RegisterService(&service, q)
	return s
}

// Serve serves until Stop.
func (s *Server) Serve() error {
	ln, err := net.Listen("tcp", s.addr)
	if err != nil {
		return err
	}
	s.health.SetServingStatus("measurements", healthpb.HealthCheckResponse_SERVING)
	slog.Info("serving gRPC", "addr", s.addr)
	return s.grpc.Serve(ln)
}

// Stop waits for the open calls, and cuts them after the time.
func (s *Server) Stop(drain time.Duration) {
	s.health.Shutdown()
	timer := time.AfterFunc(drain, s.grpc.Stop)
	defer timer.Stop()
	s.grpc.GracefulStop()
}

// Adder is what the service calls.
type Adder interface {
	Add(ctx context.Context, measurement string) error
}

var service = grpc.ServiceDesc{
	ServiceName: "gateway.Measurements",
	HandlerType: (*Adder)(nil),
	Methods:     []grpc.MethodDesc{{MethodName: "Add", Handler: add}},
}

func add(srv any, ctx context.Context, dec func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
	var measurement string
	if err := dec(&measurement); err != nil {
		return nil, err
	}
	return nil, srv.(Adder).Add(ctx, measurement)
}
