// Package contract holds what a program promises about its stop: which signals it takes, what it serves, and what it does between the signal and
// its end. Each package of a module tells its own part, as data; a program is put together from the parts, so that nothing but the parts has
// to be kept.
package contract

import (
	"fmt"
	"time"
)

// Place is a place in a file.
type Place struct {
	File string `json:"file"` // with its full path
	Line int    `json:"line"`
}

// Package is the part of one package.
type Package struct {
	Path    string   `json:"path"`
	Name    string   `json:"name"` // as in its package clause
	Dir     string   `json:"dir"`
	Imports []string `json:"imports,omitempty"`
	Signals []Signal `json:"signals,omitempty"`
	Servers []Server `json:"servers,omitempty"`
	Flows   []Flow   `json:"flows,omitempty"`
	// Second is where the package sees to it that a second signal ends the program at once.
	Second []Second `json:"second,omitempty"`
	// Refs are the functions of the module that each function may lead to, as far as they lead to something that is told here.
	Refs map[string][]string `json:"refs,omitempty"`
	// Open is true of a main package whose program may take more signals than those that its packages tell.
	Open bool `json:"open,omitempty"`
}

// Signal is a registration for signals.
type Signal struct {
	Numbers []int64 `json:"numbers,omitempty"` // none for every signal
	Func    string  `json:"func,omitempty"`    // the declared function that registers
	At      Place   `json:"at"`
}

// Second is a place that ends the program at a second signal.
type Second struct {
	Func string `json:"func"`
	At   Place  `json:"at"`
}

// Server is a server that is served.
type Server struct {
	Kind string `json:"kind"`
	Text string `json:"text"`           // in the user's own words
	Func string `json:"func,omitempty"` // the declared function that serves it
	At   Place  `json:"at"`
}

// Flow is what a function does on its way out, with the functions of its package that it calls.
type Flow struct {
	Func   string   `json:"func"` // its full name
	Top    string   `json:"top"`  // that of the declared function that holds it
	At     Place    `json:"at"`
	Covers []string `json:"covers,omitempty"` // the functions whose flows are part of this one
	Group  bool     `json:"group,omitempty"`  // part of it runs when a member of a group ends, as at a signal
	Open   bool     `json:"open,omitempty"`   // there may be other stops, which are not known
	Nodes  []Node   `json:"nodes"`
}

// Kind says what happens at a node.
type Kind string

// The kinds of nodes.
const (
	Stop  Kind = "signal" // the signal has come
	Clock Kind = "clock"  // the time of a ctx begins
	Sleep Kind = "sleep"
	Drain Kind = "drain"
	Wait  Kind = "wait" // the end of a goroutine is waited for
	Rest  Kind = "rest" // something is waited for whose end nobody knows
	Call  Kind = "call" // a function of another package of the module
)

// Node is one thing that happens.
type Node struct {
	Kind  Kind   `json:"kind"`
	What  string `json:"what,omitempty"` // the sort of server
	Text  string `json:"text,omitempty"` // in the user's own words
	At    Place  `json:"at"`
	Maybe bool   `json:"maybe,omitempty"` // of a Stop: the function that waits for the signal may return for another reason
	// Choice is true of a Stop that is one of the things that a function waits for.
	Choice bool `json:"choice,omitempty"`
	// Told is true of a node before which the signal may have come, as in a loop that goes on after it.
	Told  bool  `json:"told,omitempty"`
	After []int `json:"after,omitempty"` // the nodes that come before it, where they come at all
	Bound Bound `json:"bound,omitzero"`  // how long a Sleep or Clock lasts, or a Drain that has a time of its own
	// Until are the clocks that end a Drain: the last of them that ends first in one list. No list means that none does.
	Until [][]int `json:"until,omitempty"`
	Func  string  `json:"func,omitempty"` // of a Call
	Args  []Arg   `json:"args,omitempty"` // of a Call: those that bound something
}

// Arg is an argument that bounds what the called function does: a time, or a ctx.
type Arg struct {
	Index int     `json:"index"`
	Bound Bound   `json:"bound,omitzero"`
	Until [][]int `json:"until,omitempty"`
	Ctx   bool    `json:"ctx,omitempty"`
}

// Sort says what is known of a time.
type Sort string

// The sorts of times.
const (
	Unknown Sort = ""
	Exact   Sort = "exact"
	Default Sort = "default" // unless a flag or the environment says otherwise
	None    Sort = "none"    // without end
	Ended   Sort = "ended"   // no time at all: the ctx has ended before
	Param   Sort = "param"   // the caller says
)

// Bound is how long something may take.
type Bound struct {
	Sort  Sort          `json:"sort,omitempty"`
	Time  time.Duration `json:"time,omitempty"`
	Name  string        `json:"name,omitempty"`  // of a Default: the flag or variable
	Param int           `json:"param,omitempty"` // of a Param: its index, the receiver first
}

// Known reports whether the time is a number.
func (b Bound) Known() bool { return b.Sort == Exact || b.Sort == Default || b.Sort == Ended }

// String is the time as people read it.
func (b Bound) String() string {
	switch b.Sort {
	case Exact:
		return Time(b.Time)
	case Default:
		return fmt.Sprintf("%s by default of %s", Time(b.Time), b.Name)
	}
	return "not known"
}

// Time is a duration without units that are zero.
func Time(d time.Duration) string {
	switch {
	case d%time.Hour == 0 && d != 0:
		return fmt.Sprintf("%dh", d/time.Hour)
	case d%time.Minute == 0 && d != 0:
		return fmt.Sprintf("%dm", d/time.Minute)
	}
	return d.String()
}
