package knowledge

import (
	"fmt"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// Place says which part of a call an operand names.
type Place int

// The places: receiver, argument, result, and a thing that the call makes and keeps to itself.
const (
	Receiver Place = iota
	Argument
	Result
	New
)

// Operand names a part of a call: its receiver, the argument or result Index, or a field of one of them.
type Operand struct {
	Place Place
	Index int
	Field string // "" for the value itself
}

// key is one word of the vocabulary: what it means, and the values it takes. No values means that it takes an operand, or a number.
type key struct {
	meaning string
	values  []string
	number  bool
}

// operand is the key of an operand.
func operand(meaning string) key { return key{meaning: meaning} }

// oneOf is the key of a word out of a list.
func oneOf(meaning string, values ...string) key { return key{meaning: meaning, values: values} }

// keys is the whole vocabulary. docs/knowledge.md prints it.
var keys = map[string]key{
	// Exits.
	"exit":    oneOf("the call never returns: the process ends, the goroutine panics, or only the goroutine ends", "process", "panic", "goexit"),
	"fatal":   operand("this log event ends the process when it is sent"),
	"send":    operand("sends this log event, and ends the process if it is a fatal one"),
	"when":    operand("the exit happens only if this error is not nil; a go happens only when this ctx is done"),
	"flushes": operand("the exit flushes this before the process ends"),

	// Signals.
	"notify":    operand("registers this channel for signals"),
	"signals":   operand("the list of signals; none means all"),
	"unnotify":  operand("ends the registration of this channel"),
	"reset":     operand("undoes all registrations of these signals"),
	"signalctx": operand("this ctx ends when one of the signals comes"),
	"stop":      operand("calling this function ends the registration"),
	"receives":  operand("registers for the signals when this function is called, which waits for one of them"),
	"signal":    {meaning: "this variable is the signal of that number", number: true},
	"dumps":     oneOf("the call writes or formats", "stacks"),

	// Contexts.
	"ctx":     operand("this value is the ctx that bounds the call, or the ctx that the call makes"),
	"parent":  operand("the made ctx ends with this one"),
	"cancel":  operand("calling this function ends the made ctx"),
	"bound":   operand("the call, or the made ctx, ends after this time or at this ctx"),
	"done":    operand("the result is a channel that is closed when this ctx ends"),
	"ended":   operand("the result tells whether this ctx has ended"),
	"carry":   operand("the result is a request that carries this ctx; new means Background"),
	"carried": operand("the result is the ctx that this request or command carries"),

	// Servers.
	"server":   operand("makes a server"),
	"serve":    operand("serves on this server until it is stopped"),
	"drain":    operand("stops this server gracefully and waits for its open requests"),
	"halt":     operand("stops this server or listener at once"),
	"kind":     oneOf("the sort of server, which decides what its Serve returns when, or of resource", kinds...),
	"listener": operand("the listener that is made or served"),
	"accept":   operand("takes the next connection of this listener"),
	"onstop":   operand("this function runs when the server is stopped, and nothing waits for it"),
	"closed":   oneOf("this variable is the error that Serve returns after a stop", "http", "net"),
	"handler":  operand("this function runs once a request"),
	"streams":  operand("registers a service with streaming methods on this server"),
	"answer":   operand("writes to the client of a request, which the server sends on when the handler returns"),
	"traffic":  oneOf("is or makes a handler that no customer calls, or that answers at once", "debug", "metrics", "health", "redirect"),

	// Goroutines.
	"go":        operand("runs this function in a goroutine of its own"),
	"after":     operand("it runs, or the timer fires, after this time"),
	"call":      operand("runs this function before it returns"),
	"iterates":  operand("calling the result runs its argument for each element of this, in a range statement for instance"),
	"once":      operand("what the call runs, or the result when it is called, runs at most once for this value"),
	"interrupt": operand("runs this function when a sibling of the group has ended"),
	"group":     operand("the group that covers the goroutine, or that is made"),
	"wait":      operand("waits for all goroutines of this group"),
	"add":       operand("counts up this group"),
	"discount":  operand("counts down this group"),
	"groupctx":  operand("this ctx ends when a member of the group fails or the wait ends"),

	// What blocks.
	"limits": oneOf("this variable carries the limit of its package's own calls that block on this, where the program sets one", "net"),
	"block":  oneOf("may block for long on", "net", "process", "stdin", "file", "db", "forever"),
	"nowait": operand("the call does not block if these flags hold LOCK_NB"),
	"sleep":  operand("sleeps for this time"),
	"lock":   operand("takes this lock"),
	"unlock": operand("gives up this lock"),
	"shared": operand("this lock is taken together with other readers"),
	"ticker": operand("makes a ticker or timer"),

	// Metrics.
	"changes": operand("changes this metric"),
	"gathers": operand("reads the metrics of this registry, or of one that is not named, and sends or writes them"),

	// Settings.
	"setting": operand("the flag or variable of the environment that the call declares or looks up"),
	"default": operand("what the declared flag is where nobody sets it; the result points to its value"),
	"sets":    operand("the value of the declared flag lies here instead"),

	// Children.
	"child":   operand("makes a child process"),
	"name":    operand("the program of the child"),
	"args":    operand("the arguments of the child"),
	"start":   operand("starts this child"),
	"reap":    operand("waits for this child"),
	"collect": operand("starts the child, gathers its output through a pipe and waits"),
	"kill":    operand("kills this child's process at once"),
	"tell":    operand("sends a signal to this process"),
	"killpid": operand("sends a signal to this process number, a group when it is negative"),
	"sig":     operand("the signal that is sent"),
	"pipe":    operand("makes a pipe to or from this child"),

	// Errors and resources.
	"is":      operand("reports whether this error is"),
	"against": operand("the error that is compared"),
	"wrap":    operand("the result holds this error, function, handler or listener"),
	"returns": oneOf("the result must be awaited", "wait"),
	"chain":   operand("the result is this value again"),
	"effect":  oneOf("this call has an effect that outlives the process", "flush", "commit", "unlock", "unlink", "deregister", "stop"),
	"direct":  operand("this result holds nothing back, so that there is nothing to flush"),
	"opens":   operand("makes a resource"),
	"self":    operand("the result names the file of the running program"),
	"over":    operand("the resource writes to this one, or ends with it"),
	"closes":  operand("gives up or flushes this resource for good"),
	"gives":   operand("the call takes a lease, and gives it back at its end only where this field is set"),
	"holds":   operand("this part, or the resource where this field is set or such an option given, holds back what goes through it, or a place in a group; of a method that closes, with no field: where another method that holds is called"),
}

// kinds are the sorts of servers, then of resources.
var kinds = []string{
	"http", "grpc", "fasthttp", "fiber", "echo", "listener",
	"provider", "buffer", "file", "db", "tx", "span", "cache", "queue", "lease", "client", "hijacked", "logger", "profile",
}

// parseOperand reads recv, argN, resultN or new, with an optional .Field.
func parseOperand(s string) (Operand, error) {
	head, field, dotted := strings.Cut(s, ".")
	word := strings.TrimRight(head, "0123456789")
	number := head[len(word):]
	place, ok := map[string]Place{"recv": Receiver, "arg": Argument, "result": Result, "new": New}[word]
	if !ok || dotted && !token.IsIdentifier(field) {
		return Operand{}, fmt.Errorf("%q is not an operand: want recv, argN, resultN or new", s)
	}
	if (place == Argument || place == Result) != (number != "") {
		return Operand{}, fmt.Errorf("%q is not an operand: arg and result take a number, recv and new none", s)
	}
	index := 0
	if number != "" {
		var err error
		if index, err = strconv.Atoi(number); err != nil {
			return Operand{}, fmt.Errorf("%q is not an operand: %w", s, err)
		}
	}
	return Operand{place, index, field}, nil
}

// check refuses a word that the vocabulary does not have.
func check(name, value string) error {
	spec, ok := keys[name]
	switch {
	case !ok:
		return fmt.Errorf("unknown key %q", name)
	case spec.number:
		if _, err := strconv.Atoi(value); err != nil {
			return fmt.Errorf("%s=%s: want a number", name, value)
		}
	case spec.values != nil:
		if !slices.Contains(spec.values, value) {
			return fmt.Errorf("%s=%s: want one of %s", name, value, strings.Join(spec.values, ", "))
		}
	default:
		_, err := parseOperand(value)
		return err
	}
	return nil
}
