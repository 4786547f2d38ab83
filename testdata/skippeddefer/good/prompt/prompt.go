// Package prompt has a command that asks for a password, in a package that asks its user and ends at a signal, and another one that stops at the same signal.
// One of them runs. etcdctl has this form (etcd-io/etcd 2f59c9f1).
package prompt

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/skippeddefer/good/prompt/ask"
)

// Login asks who it is.
func Login(echo func(bool), login func(password string) error) error {
	password, err := ask.Password(echo)
	if err != nil {
		return err
	}
	return login(password)
}

// Hold holds something until a signal comes.
func Hold(hold func(context.Context) error) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		<-sigs
		cancel()
	}()
	return hold(ctx)
}
