// Package lostsignal finds stop signals that a program takes and loses.
//
// # Analyzer lostsignal
//
// lostsignal: check that a signal that is taken reaches what stops the program
//
// Taking SIGTERM or SIGINT means that it no longer ends the process. From then on the program has to end itself.
//
// Wrong:
//
//	signal.Notify(stop, syscall.SIGTERM)
//	go func() { log.Print("got ", <-stop) }()
//
// Right:
//
//	signal.Notify(stop, syscall.SIGTERM)
//	go func() { log.Print("got ", <-stop); cancel() }()
//
// # Category late-notify: error
//
// The first registration comes behind a call that does not return as long as all is well, such as ListenAndServe. Until then the signal kills the
// process, and the handler never runs. It is a warning where a server of another goroutine takes requests already while main waits for a database, a
// child process or a pause before it registers: a stop in that time cut the open request in 10 of 10 runs.
//
// # Category swallowed: error
//
// The signal is taken and stops nothing: nothing receives it, the ctx that it ends is not used, the receiver only writes a log line or is a loop that
// comes round to it again unchanged, a break leaves only the select of that loop, or two goroutines wait for one signal, which wakes only one of them.
// Or the receiver stops a server, and main rests in an empty select. The program hung in 10 of 10 runs.
//
// # Category stop-dropped: warning
//
// A registration is never ended although its receiver is: a library's goroutine that reads one signal, one of a type that can be stopped and that waits
// for the signal alone, a loop or handler that registers anew each time round, an init function. Later signals are taken, and nobody is there for them.
//
// # Category closed-channel: error
//
// The channel is closed while it is registered. The next signal is sent to a closed channel, and the process panics: a second SIGTERM in the drain
// ended it with status 2 in 10 of 10 runs. Not reported where the process ends right after the close.
//
// # Category unregistered: error
//
// signal.Reset or signal.Ignore undoes a registration, everybody's, before the signal has come. It is a warning in a library.
//
// # Category fatal-reload: warning
//
// A serving program that reloads at SIGHUP exits when the reload fails: one mistake in a file drops every open request, in 10 of 10
// runs.
//
// # Category second-signal: info
//
// After the first signal the signal stays taken and nobody receives it, so nobody can end a drain that hangs with a second Ctrl-C.
// It is a warning where the drain of a server has no limit.
//
// # Not reported
//
// A registration in main that is not ended: the process ends first. Registrations in several places: each gets its copy. A reset after the first
// signal, which lets a second one end the program.
//
// # Limits
//
// A channel that is handed to code not in view counts as received.
//
// # How to fix
//
// Register first thing in main, and let one receiver cancel the ctx that everything waits for.
//
// # References
//
// https://pkg.go.dev/os/signal#Notify, https://pkg.go.dev/os/signal#Reset
package lostsignal
