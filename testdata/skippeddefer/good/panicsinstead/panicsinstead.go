// Package panicsinstead has one check for clients, which end, and for the server, which recovers.
package panicsinstead

import (
	"errors"
	"log"
	"os"
)

var errClient = errors.New("client")

type conn struct {
	refuse error
	read   func(*os.File) error
}

// check ends a client, and panics with what the server recovers from.
func (c *conn) check(err error) {
	if err == nil {
		return
	}
	if c.refuse == nil {
		log.Fatal(err)
	}
	panic(c.refuse)
}

// Serve is silent: a check that fails panics here.
func Serve(read func(*os.File) error) {
	c := &conn{refuse: errClient, read: read}
	defer func() {
		if x := recover(); x != nil && x != c.refuse {
			panic(x)
		}
	}()
	c.deliver()
}

func (c *conn) deliver() {
	f, err := os.CreateTemp("", "message")
	c.check(err)
	defer os.Remove(f.Name())
	c.copy(f)
	c.check(c.read(f))
}

func (c *conn) copy(f *os.File) { c.check(f.Sync()) }
