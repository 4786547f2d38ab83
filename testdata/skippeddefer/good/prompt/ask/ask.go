// Package ask asks for a password.
package ask

import (
	"bufio"
	"os"
	"os/signal"
	"syscall"
)

// Password reads a line, and sets the terminal right again if a signal comes meanwhile.
func Password(echo func(bool)) (string, error) {
	echo(false)
	defer echo(true)
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGINT, syscall.SIGTERM)
	defer signal.Stop(sigs)
	answered := make(chan struct{})
	defer close(answered)
	go func() {
		select {
		case <-sigs:
			echo(true)
			os.Exit(1)
		case <-answered:
		}
	}()
	return bufio.NewReader(os.Stdin).ReadString('\n')
}
