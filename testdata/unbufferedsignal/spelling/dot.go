package spelling

import (
	"os"
	. "os/signal"
	"syscall"
)

// Dot registers without the package's name.
func Dot(work func()) {
	c := make(chan os.Signal)
	Notify(c, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
	work()
	<-c
}
