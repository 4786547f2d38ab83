package facts

import (
	"go/token"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
)

// EventKind says what happens.
type EventKind uint8

// The kinds of events.
const (
	Notify     EventKind = iota // a channel is registered for signals
	Unnotify                    // its registration ends
	Reset                       // all registrations of signals end
	Serve                       // a server serves until it is stopped
	Drain                       // a server is stopped gracefully
	Halt                        // a server or listener is stopped at once
	OnStop                      // a function is registered to run at the stop
	Cancel                      // a ctx is cancelled
	Spawn                       // a goroutine starts
	Wait                        // all goroutines of a group are waited for
	Add                         // a group counts up
	Discount                    // a group counts down
	Receive                     // a receive from a channel
	Send                        // a send to a channel
	Close                       // a channel is closed
	Lock                        // a lock is taken
	Unlock                      // a lock is given up
	Sleep                       // a pause
	Block                       // network, process or other I/O that may last
	Exit                        // the process ends
	ChildStart                  // a child process starts
	ChildReap                   // a child process is waited for
	ChildRun                    // a child process is started and waited for, its output gathered through a pipe
	ChildKill                   // a child process is killed
	ChildTell                   // a child process gets a signal
	PidKill                     // a process number gets a signal
	Invoke                      // a function that is a parameter is called
	Drop                        // the result of a stop that goes on, and that must be awaited, is thrown away
	Release                     // a resource is closed or flushed for good
	Save                        // something outlives the process: a flush, commit, unlock, unlink; Word is "flushed" where an exit does it first
)

var eventNames = [...]string{"notify", "unnotify", "reset", "serve", "drain", "halt", "on stop", "cancel", "spawn", "wait", "add", "discount", "receive",
	"send", "close", "lock", "unlock", "sleep", "block", "exit", "start child", "reap child", "run child", "kill child", "tell child", "kill pid", "invoke", "drop", "release", "save"}

func (k EventKind) String() string { return eventNames[k] }

// Mode says on which root an event runs, seen from the function that holds it.
type Mode uint8

// The modes.
const (
	Sync      Mode = iota // in the function's own flow
	Deferred              // when the function returns
	Async                 // in a goroutine that the function starts
	Interrupt             // in a group's interrupt function
	Callback              // when code that is not known calls it back: a handler, a hook
)

func (m Mode) String() string {
	return [...]string{"", "deferred ", "async ", "interrupt ", "callback "}[m]
}

// Act is what an event is by itself, the same from wherever it is seen. All views of an event share one.
type Act struct {
	HasCtx bool          // it takes a ctx
	Server string        // the kind of server
	Word   string        // what a Block blocks on, how an Exit ends
	Case   int           // of a Receive or Send in a select: its number; -1 outside
	Bound  time.Duration // how long a Sleep or Block lasts at most; 0 where nothing bounds it, -1 where the bound is not known
	Signal int64         // the signal that is sent; -1 where unknown
	Entry  *knowledge.Entry
	Steps  []Step // the calls on the way, where the body is in another package
	Abrupt bool   // of an Exit on another goroutine, in another package: it follows a signal at once; see Engine.Abrupt
	When   int    // of an Exit in another package: as in [Effect]
	Aside  bool   // of a Serve or Drain in another package: as in [Effect]
}

// Details is what only some kinds of events have. Views of an event share one as long as no call replaces anything in it.
type Details struct {
	Group   Set         // the group that covers the goroutine it runs on, or that a spawn adds to
	Body    Set         // the functions that a spawn or registration runs
	Listen  Set         // of a Serve: the listener
	Args    []Set       // of an Invoke: what the function gets
	Signals *SignalList // of a Notify or Reset
}

// plain is the Details of most events: nothing.
var plain = &Details{Signals: &SignalList{}}

// orPlain returns the Details, complete, or plain where there is nothing in it.
func (a *Details) orPlain() *Details {
	switch {
	case a == nil || a.Signals == nil && len(a.Group)+len(a.Body)+len(a.Listen)+len(a.Args) == 0:
		return plain
	case a.Signals == nil:
		a.Signals = plain.Signals
	}
	return a
}

// EventAt returns an event that is not of the engine's making, for those who ask about a place. Its Details are its own.
func EventAt(kind EventKind, in ssa.Instruction) *Event {
	return &Event{Kind: kind, Instr: in, Act: &Act{Case: -1}, Details: &Details{Signals: &SignalList{}}}
}

// Event is something that a function does, itself or through the functions it calls, as that function sees it. Other packages make theirs with
// [EventAt], since the parts that many events share must not be nil. There are hundreds of thousands in a large package, so a field here costs memory.
type Event struct {
	*Act
	*Details
	Kind      EventKind
	Mode      Mode
	Once      bool            // it happens at most once, as what runs it sees to
	Brief     bool            // of a Lock below: the call gives it up again
	Must      bool            // it happens whenever Instr is reached: every path through the called functions meets it
	ComesBack bool            // of a Receive below that is not sure: the call can come back because of it, see comesBack
	Instr     ssa.Instruction // in the function that holds the event: the event itself, or the call that leads to it
	Subject   Set             // what it happens to
	Ctx       Set             // the ctx that bounds it, or that a spawn waits for
	Via       *Event          // the same event in the called function, where this package has its body
	Spawned   *Event          // the Spawn that started the goroutine it runs on, in the same function or below
	Fresh     Set             // what this function's call added to Subject and Ctx in the place of the callee's parameters; all of them for an own event
}

// Pos returns the position of the event in the function that holds it.
func (ev *Event) Pos() token.Pos {
	if ev.Instr.Pos().IsValid() {
		return ev.Instr.Pos()
	}
	return ev.Instr.Parent().Pos()
}

// Origin returns the event as the function that does it holds it, following Via.
func (ev *Event) Origin() *Event {
	for ev.Via != nil {
		ev = ev.Via
	}
	return ev
}

// Depth is how many calls of this package lead to the event.
func (ev *Event) Depth() int {
	depth := 0
	for ; ev.Via != nil; ev = ev.Via {
		depth++
	}
	return depth
}

// Func is a function of the package with its events.
type Func struct {
	SSA    *ssa.Function
	Events []*Event
}
