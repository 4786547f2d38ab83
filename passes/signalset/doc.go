// Package signalset finds registrations for the wrong signals.
//
// # Analyzer signalset
//
// signalset: check that a program takes the signals that stop it, and only signals it can take
//
// Kubernetes, Docker and systemd stop a program with SIGTERM. One that takes only SIGINT shuts down gracefully under a developer's Ctrl-C and
// nowhere else.
//
// Wrong:
//
//	signal.Notify(stop, os.Interrupt)
//
// Right:
//
//	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
//
// # Category no-sigterm: error
//
// The program serves, or rests until a signal comes, and takes SIGINT, and no registration anywhere in it lists SIGTERM: a stop kills it at
// once, and its own drain never runs. In a package that is no program, a graceful stop that waits for SIGINT alone is a warning, and
// so is an exit beside a reload at SIGHUP.
//
// # Category every-signal: error
//
// A registration without a list is for every signal, and whatever comes ends the program. The Go runtime sends SIGURG to itself, so the
// program ends within milliseconds.
//
// # Category uncatchable: error
//
// The list names SIGKILL or SIGSTOP. The kernel never hands these to a program, so the line does nothing; SIGTERM is what is meant most often.
//
// # Category quit-taken: info
//
// SIGQUIT is taken, so a drain that hangs can no longer be looked into: without a handler SIGQUIT prints the stacks of all goroutines.
//
// # Not reported
//
// A tool that takes SIGINT to clean up while it works. A registration for SIGHUP or other signals alone. A loop that forwards every signal, or
// looks at which one came. A handler of SIGQUIT that writes the stacks. A program for Windows or Plan 9, where nobody sends SIGTERM.
//
// # Limits
//
// A list that is changed after it is made is not known. A package of another module that takes stop signals counts as taking SIGTERM.
//
// # How to fix
//
// List os.Interrupt and syscall.SIGTERM.
//
// # References
//
// https://pkg.go.dev/os/signal, https://go.dev/issue/37942
package signalset
