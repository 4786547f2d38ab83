// Package noshutdowntimeout finds graceful stops without a time limit.
//
// # Analyzer noshutdowntimeout
//
// noshutdowntimeout: check that a graceful stop ends in bounded time
//
// A graceful stop waits for the requests that are open. One that never ends, such as an event stream, a long poll or a client that stops
// reading, holds the process until the platform kills it, and everything that was to happen after the drain is lost.
//
// Wrong:
//
//	<-ctx.Done()
//	srv.Shutdown(context.Background())
//
// Right:
//
//	<-ctx.Done()
//	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
//	defer cancel()
//	if err := srv.Shutdown(stop); err != nil {
//		srv.Close()
//	}
//
// # Category no-deadline: warning
//
// The ctx that reaches Shutdown has no deadline on any path: it is context.Background, or derived from it by WithCancel, WithValue or
// WithoutCancel, through variables, fields, arguments and wrappers. The forms without a ctx count too. With a handler that does not end, or
// a client that does not read, Shutdown was still waiting after 12 s in every run.
//
// # Category graceful-stop: warning
//
// GracefulStop of a gRPC server takes no ctx, and nothing calls Stop on the same server from elsewhere. An open stream keeps it waiting for
// ever: after 20 s it had not come back, and a Stop from another goroutine ended it at once.
//
// # Category nil-context: error
//
// A nil ctx reaches Shutdown. With no connection open it returns nil; with a request in flight the process panics.
//
// # Category short-deadline: info
//
// The deadline is below 6 seconds. One client that has connected and sent nothing keeps Shutdown waiting for 5 to 6.3 seconds, so Shutdown
// fails with nothing in flight. It is a warning where that error ends the process.
//
// # Category ignored-deadline: warning
//
// The function takes a ctx or a time for stopping and does not use it, so the limit that its caller sets has no effect on the stop.
//
// # Category over-grace: error
//
// A constant deadline is longer than the grace period given by -grace: the process is killed before the drain can end.
//
// # Not reported
//
// A stop that something else bounds: a timer waited for beside it, a Close or Stop of the same server from another goroutine or from
// AfterFunc, an exit at a second signal. A server with both ReadTimeout and WriteTimeout, whose handler waits for nothing but its client. A ctx that a caller hands in, unless all of it is in view. A fresh context.Background with a
// timeout after the signal ctx has ended: that is the right idiom. Missing read and write timeouts of the server.
//
// # Limits
//
// A ctx from a framework, or one that passes through code that is not analysed, is not known.
//
// # How to fix
//
// Bound the ctx with context.WithTimeout, made after the signal came and from context.Background or context.WithoutCancel. For gRPC call
// GracefulStop in a goroutine and Stop when a timer fires first, or time.AfterFunc(d, srv.Stop) before GracefulStop. The suggested fix gives
// the ctx of no-deadline a timeout of 20 seconds just before the stop. Choose one that fits your requests and your platform.
//
// # References
//
// https://pkg.go.dev/net/http#Server.Shutdown, https://go.dev/issue/22682, https://pkg.go.dev/google.golang.org/grpc#Server.GracefulStop,
// https://github.com/grpc/grpc-go/issues/2448
package noshutdowntimeout
