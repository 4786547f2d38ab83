// Package shutdowndeadlock finds shutdowns that wait for something that waits for them.
//
// # Analyzer shutdowndeadlock
//
// shutdowndeadlock: check that what a shutdown waits for can end
//
// A shutdown waits for goroutines and requests. When these wait for the shutdown in turn, for a lock it holds or for a channel that it
// closes only later, the process hangs until it is killed, and nothing that comes after the wait is done.
//
// Wrong:
//
//	func (p *Pool) Stop() {
//		p.mu.Lock()
//		defer p.mu.Unlock()
//		close(p.quit)
//		p.wg.Wait() // the workers take p.mu before they end
//	}
//
// Right:
//
//	func (p *Pool) Stop() {
//		p.mu.Lock()
//		close(p.quit)
//		p.mu.Unlock()
//		p.wg.Wait()
//	}
//
// # Category in-handler: error
//
// A handler stops its own server gracefully, on the goroutine of its request. Shutdown waits for the request, and the request for Shutdown: it
// ends when the ctx of the stop does, or never. Start the stop in a goroutine, or tell the function that serves.
//
// # Category wait-before-stop: error
//
// The wait comes before what releases it: workers end only when a channel is closed or a ctx is cancelled, and that happens after the
// wait, in a later statement or in a deferred call. Or the stop waits for the end of Serve before it stops the server. It is a warning
// where the awaited goroutines are requests that stream: a server that is shut down only after the wait goes on taking new ones, and
// with clients that come again the wait did not end in 10 of 10 runs.
//
// # Category missing-done: error
//
// A goroutine that is counted in a WaitGroup has a return that passes no Done, and the shutdown waits for the group. Defer the Done. Or an Add
// counts more than everything that the function starts can count down again: a goroutine has no Done at all, or there is none. Or a way leads from the
// Add to the wait past the start of the goroutine, such as a continue, or where a pool refuses what has the Done.
//
// # Category lock-held: error
//
// A function waits for goroutines while it holds a lock that one of them takes before it ends. In 10 of 10 runs a worker at its next Lock
// and the Stop waited for each other for ever. An Unlock that is deferred runs only after the wait.
//
// # Category wrong-context: error
//
// A member of a group that has a ctx of its own stops another member's server when a different ctx ends, one that the failure of a
// member does not end. When Serve fails, because its port is in use, the group's Wait hangs until a signal comes: in 5 of 5 runs.
//
// # Not reported
//
// Waits with another way out: a select with a timer, a goroutine that waits while the function goes on. Two readers of one RWMutex.
// Goroutines that can end on their own. A ctx with a parent that is not in view, which may end first. A Done that some other function may
// make, and one on a path that ends in a panic.
//
// # Limits
//
// A lock is known by the field or variable that holds it: two values of one type count as the same lock. Locks and waits behind interfaces with
// many implementations are not seen.
//
// # How to fix
//
// Tell the goroutines to end first, give up the lock, then wait.
//
// # References
//
// https://pkg.go.dev/sync#WaitGroup, https://pkg.go.dev/net/http#Server.Shutdown, https://pkg.go.dev/golang.org/x/sync/errgroup#WithContext
package shutdowndeadlock
