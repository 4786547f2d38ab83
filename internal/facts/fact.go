package facts

import (
	"fmt"
	"strings"
	"time"
)

// version is written into every fact. A fact of another version counts as none.
const version = 1

// Summary is what a call of a function does for its caller.
type Summary struct {
	Version  uint8
	NoReturn bool     // no call of it ever returns, because the process ends
	Endless  bool     // a call of it goes on for ever
	Streams  bool     // as the handler of a request it goes on until its client leaves
	Stopped  int      // 1 + the index of the result that can be the error of a Serve whose server is being stopped; 0 for none
	Drained  bool     // of Stopped: the error is read behind the stop, which is over then
	Effects  []Effect // in the order of the source
	Results  [][]Ref  // what each result can be; empty where unknown
	Routes   []Routing
	Changes  []string // the metrics that change
}

// Effect is one event of a function as its callers see it.
type Effect struct {
	Kind      EventKind
	Mode      Mode
	Server    string // the kind of server
	Must      bool   // it happens on every path to a return
	Once      bool   // it happens at most once
	Brief     bool   // of a lock: the call gives it up again
	ComesBack bool   // of a receive that is not sure: the call can return because of it and as after success
	Abrupt    bool   // of an exit: it follows a signal at once
	Alone     bool   // of a serve: the server is a parameter, and the function lets nobody else get hold of it
	Aside     bool   // of a serve or drain: it is that of a side server, see IsAside
	Word      string // what it blocks on, how it ends
	HasCtx    bool
	Subject   []Ref
	Ctx       []Ref
	Group     []Ref
	Body      []Ref
	Listen    []Ref         // of a serve: the listener
	Args      [][]Ref       // of the call of a parameter: what the function gets
	Number    int64         // the signal that is sent; -1 where unknown
	Bound     time.Duration // how long it lasts at most; 0 where nothing bounds it, -1 where unknown
	Signals   []int64       // of a notify: what is listed
	Listed    bool          // Signals is the whole list; none means every signal
	List      int           // 1 + the index of the parameter that is the list
	// Returned is, of a notify or a hook of a server, 1 + the index of the result that is registered or is the server; 0 where none is.
	Returned int
	When     int // of an exit: 1 + the index of the parameter, an error, that leads to it; 0 where none does
	Steps    []Step
}

// Root says what a Ref starts from.
type Root uint8

// The roots of a Ref.
const (
	RootParam  Root = iota // parameter Index, the receiver first
	RootGlobal             // package variable Name
	RootField              // field Name
	RootCode               // function Name
	RootMade               // something new, made by the library function Name, if any
	RootNil
	RootPassed // what is passed for parameter Index of the function Name, the receiver first
)

// Ref names an object across packages.
type Ref struct {
	Root    Root
	Done    bool // the channel that is closed when the named ctx ends
	Index   int
	Name    string // path.Var, path.Type.field or FullName
	Parents []Ref  // of a made ctx
	Bound   int64  // of a made ctx: nanoseconds until it ends, 0 for none, -1 for unknown
	Cap     int64  // of a made channel; -1 where unknown
}

// Step is one call on the way to an event: where the function calls on. Line is counted from the function's declaration, so that edits
// elsewhere in the file change nothing.
type Step struct {
	Func string
	File string
	Line int
}

// Origin is what the package of a field or variable stores in it.
type Origin struct {
	Version uint8
	Refs    []Ref
}

// Program is what this package and the packages below it do together. Absence is asked of it: what it does not tell, nothing in the program
// does.
type Program struct {
	Version    uint8
	Signals    []int64  // that registrations of the main module list
	Every      bool     // one of them is for every signal
	Unlisted   bool     // the list of one of them is not known
	Foreign    bool     // a package of another module takes stop signals, if it is asked to
	Serves     bool     // a server is served
	Stopped    []string // the fields and variables whose servers are stopped gracefully
	StopsOther bool     // servers are stopped gracefully that have no name
	Closes     []string // the methods of the main module's types and its functions through which things are closed, and the libraries that are flushed
	Opened     []string // the library functions by which the program starts what a library keeps to itself
	ClosesMany bool     // more than can be named
	Forced     bool     // some time after a signal that asks to stop, the process is ended whatever is still being stopped
	Limited    []string // the library variables with a limit for calls that the program sets itself
	Changed    []string // the metrics that change at times that callers do not know
	Gathers    bool     // metrics are sent or written, or more of them change than can be named
}

// AFact marks Summary as a fact.
func (*Summary) AFact() {}

// AFact marks Origin as a fact.
func (*Origin) AFact() {}

// AFact marks Program as a fact.
func (*Program) AFact() {}

func (s *Summary) String() string {
	var parts []string
	if s.NoReturn {
		parts = append(parts, "never returns")
	}
	if s.Endless {
		parts = append(parts, "goes on for ever")
	}
	if s.Stopped > 0 {
		parts = append(parts, fmt.Sprintf("result %d can say that the server was stopped", s.Stopped-1))
	}
	for _, e := range s.Effects {
		parts = append(parts, e.String())
	}
	if len(s.Changes) > 0 {
		parts = append(parts, "changes "+strings.Join(s.Changes, "|"))
	}
	for i, refs := range s.Results {
		if len(refs) > 0 {
			parts = append(parts, fmt.Sprintf("result %d is %s", i, refList(refs)))
		}
	}
	return strings.Join(parts, "; ")
}

func (e Effect) String() string {
	s := e.Mode.String() + e.Kind.String()
	if len(e.Subject) > 0 {
		s += " " + refList(e.Subject)
	}
	if len(e.Ctx) > 0 {
		s += " with " + refList(e.Ctx)
	}
	switch {
	case e.Listed:
		s += fmt.Sprintf(" for %v", e.Signals)
	case e.List > 0:
		s += fmt.Sprintf(" for parameter %d", e.List-1)
	}
	return s
}

func (o *Origin) String() string { return "holds " + refList(o.Refs) }

func (p *Program) String() string {
	return fmt.Sprintf("signals %v, every %t, unlisted %t, foreign %t, serves %t, stops %v, others %t, limited %v", p.Signals, p.Every, p.Unlisted,
		p.Foreign, p.Serves, p.Stopped, p.StopsOther, p.Limited)
}

func refList(refs []Ref) string {
	var parts []string
	for _, r := range refs {
		parts = append(parts, r.String())
	}
	return strings.Join(parts, "|")
}

func (r Ref) String() string {
	s := r.Name
	switch r.Root {
	case RootParam:
		s = fmt.Sprintf("parameter %d", r.Index)
	case RootNil:
		s = "nil"
	case RootPassed:
		s = fmt.Sprintf("parameter %d of %s", r.Index, r.Name)
	case RootMade:
		s = "new " + r.Name
	}
	if r.Done {
		s += ".Done"
	}
	return s
}
