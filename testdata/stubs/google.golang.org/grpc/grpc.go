// Package grpc is a stub of google.golang.org/grpc v1.85.0, https://pkg.go.dev/google.golang.org/grpc@v1.85.0.
package grpc

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"google.golang.org/grpc/keepalive"
)

var ErrServerStopped = errors.New("grpc: the server has been stopped")

type Server struct {
	_ int
}

type ServerOption interface {
	apply()
}

func NewServer(opt ...ServerOption) *Server { return &Server{} }

func (s *Server) Serve(lis net.Listener) error { return nil }

func (s *Server) Stop() {}

func (s *Server) GracefulStop() {}

func (s *Server) RegisterService(sd *ServiceDesc, ss any) {}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func ConnectionTimeout(d time.Duration) ServerOption { return nil }

func KeepaliveParams(kp keepalive.ServerParameters) ServerOption { return nil }

func WaitForHandlers(w bool) ServerOption { return nil }

type ServiceRegistrar interface {
	RegisterService(desc *ServiceDesc, impl any)
}

type ServiceDesc struct {
	ServiceName string
	HandlerType any
	Methods     []MethodDesc
	Streams     []StreamDesc
	Metadata    any
}

type MethodHandler func(srv any, ctx context.Context, dec func(any) error, interceptor UnaryServerInterceptor) (any, error)

type MethodDesc struct {
	MethodName string
	Handler    MethodHandler
}

type StreamHandler func(srv any, stream ServerStream) error

type StreamDesc struct {
	StreamName    string
	Handler       StreamHandler
	ServerStreams bool
	ClientStreams bool
}

type ServerStream interface {
	Context() context.Context
	SendMsg(m any) error
	RecvMsg(m any) error
}

type UnaryServerInfo struct {
	Server     any
	FullMethod string
}

type UnaryHandler func(ctx context.Context, req any) (any, error)

type UnaryServerInterceptor func(ctx context.Context, req any, info *UnaryServerInfo, handler UnaryHandler) (resp any, err error)
