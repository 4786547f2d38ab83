// Package health is a stub of google.golang.org/grpc/health v1.85.0, https://pkg.go.dev/google.golang.org/grpc@v1.85.0/health.
package health

import (
	"context"

	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

type Server struct {
	healthpb.UnimplementedHealthServer
}

func NewServer() *Server { return &Server{} }

func (s *Server) Check(ctx context.Context, in *healthpb.HealthCheckRequest) (*healthpb.HealthCheckResponse, error) {
	return &healthpb.HealthCheckResponse{}, nil
}

func (s *Server) SetServingStatus(service string, servingStatus healthpb.HealthCheckResponse_ServingStatus) {
}

func (s *Server) Shutdown() {}
