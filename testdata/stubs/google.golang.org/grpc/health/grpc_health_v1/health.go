// Package grpc_health_v1 is a stub of google.golang.org/grpc/health/grpc_health_v1 v1.85.0,
// https://pkg.go.dev/google.golang.org/grpc@v1.85.0/health/grpc_health_v1.
package grpc_health_v1

import (
	"context"

	"google.golang.org/grpc"
)

type HealthCheckResponse_ServingStatus int32

const (
	HealthCheckResponse_UNKNOWN     HealthCheckResponse_ServingStatus = 0
	HealthCheckResponse_SERVING     HealthCheckResponse_ServingStatus = 1
	HealthCheckResponse_NOT_SERVING HealthCheckResponse_ServingStatus = 2
)

type HealthCheckRequest struct {
	Service string
}

type HealthCheckResponse struct {
	Status HealthCheckResponse_ServingStatus
}

type HealthServer interface {
	Check(context.Context, *HealthCheckRequest) (*HealthCheckResponse, error)
	Watch(*HealthCheckRequest, Health_WatchServer) error
}

type Health_WatchServer interface {
	Send(*HealthCheckResponse) error
	grpc.ServerStream
}

type UnimplementedHealthServer struct{}

func (UnimplementedHealthServer) Check(context.Context, *HealthCheckRequest) (*HealthCheckResponse, error) {
	return &HealthCheckResponse{}, nil
}

func (UnimplementedHealthServer) Watch(*HealthCheckRequest, Health_WatchServer) error { return nil }

func RegisterHealthServer(s grpc.ServiceRegistrar, srv HealthServer) {
	s.RegisterService(&Health_ServiceDesc, srv)
}

var Health_ServiceDesc = grpc.ServiceDesc{
	ServiceName: "grpc.health.v1.Health",
	HandlerType: (*HealthServer)(nil),
	Methods:     []grpc.MethodDesc{{MethodName: "Check"}},
	Streams:     []grpc.StreamDesc{{StreamName: "Watch", ServerStreams: true}},
}
