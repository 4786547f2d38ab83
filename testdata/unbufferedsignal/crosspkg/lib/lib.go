// Package lib registers channels for others. It is silent: whether they have room is theirs to say.
package lib

import (
	"os"
	"os/signal"
	"syscall"
)

// Register asks for stop signals on c.
func Register(c chan os.Signal) {
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
}

// NewChannel returns a channel without room.
func NewChannel() chan os.Signal {
	return make(chan os.Signal)
}
