// Package blockingsighandler finds signal handlers that hang before the stop has begun.
//
// # Analyzer blockingsighandler
//
// blockingsighandler: check that nothing holds up the stop once the signal has come
//
// What runs between the receive of the signal and the start of the stop decides whether there is a stop at all. A wait that nothing ends, or
// a network call without a limit, turns a graceful stop into a kill by the platform, and a second signal is not even looked at.
//
// Wrong:
//
//	<-sig
//	wg.Wait()       // the workers have not been told to stop
//	close(stop)
//
// Right:
//
//	<-sig
//	close(stop)
//	wg.Wait()
//
// # Category unbounded-wait: error
//
// The handler waits for goroutines that loop for ever, or that wait for things which nothing before the wait closes, cancels or sends to; or
// it sends on a channel that nothing receives from. The program hung in 6 of 6 runs.
//
// # Category blocking-io: warning
//
// The handler calls the network, a database, a child process, the terminal or a file lock without a limit of time before it starts the stop.
//
// # Category long-sleep: warning
//
// The handler sleeps longer than the grace period given by -grace before it starts the stop, so the process is killed in its sleep. Where no
// grace period is given, a pause of 10 seconds or more is information only: a pause for load balancers is a habit and not a bug.
//
// # Not reported
//
// A wait after the goroutines have been told to stop, or for a child process that has been. Calls with a ctx that has a deadline, or whose ctx is not known. Calls through
// http.DefaultClient where the program configures it. What follows the start of the stop, also where another goroutine that waits for the same
// ctx begins it.
//
// # Limits
//
// Goroutines in packages that are not analysed, and waits for things that are handed in, are not known.
//
// # How to fix
//
// Start the stop first: cancel the ctx, close the channel, call Shutdown. Give every call before it a deadline.
//
// # References
//
// https://pkg.go.dev/os/signal#Notify, https://pkg.go.dev/sync#WaitGroup.Wait
package blockingsighandler
