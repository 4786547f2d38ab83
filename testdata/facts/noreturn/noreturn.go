// want package:`signals \[\], every false, unlisted false, foreign false, serves false, stops \[\], others false`

// Package noreturn has functions whose calls never return, by others of the package, and their nearest neighbours, whose calls may.
package noreturn

import (
	"fmt"
	"os"
)

// fail never returns, and so do those that come to it in any case, in whatever order they stand.
func fail(code int) int {
	fmt.Fprintln(os.Stderr, "failed")
	os.Exit(code)
	return 0
}

func Usage() { // want Usage:`^never returns; exit$`
	quit()
}

func quit() { fail(2) }

func ByResult() int { return fail(1) } // want ByResult:`^never returns; exit$`

func EitherWay(ok bool) { // want EitherWay:`^never returns; exit$`
	if ok {
		quit()
	}
	for {
		fail(1)
	}
}

func Chosen(n int) { // want Chosen:`^never returns; exit; exit parameter 0$`
	switch n {
	case 0:
		quit()
	default:
		fail(n)
	}
}

// OneWay returns where nothing is wrong.
func OneWay(ok bool) { // want OneWay:`^exit$`
	if !ok {
		quit()
	}
}

// Aside goes on while another goroutine ends the process.
func Aside() { // want Aside:`^spawn; async exit$`
	go quit()
}

// Later may recover.
func Later() { // want Later:`^exit$`
	defer fmt.Println("later")
	quit()
}

// Literal only makes a function.
func Literal() func() {
	return func() { quit() }
}

// Waits blocks for ever, which ends nothing.
func Waits() { // want Waits:`^goes on for ever$`
	select {}
}

// Panics ends by a panic, which may be recovered.
func Panics(ok bool) { // want Panics:`^exit; exit$`
	if ok {
		quit()
	}
	panic("not ok")
}
