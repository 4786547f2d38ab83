// Package callback registers in functions that others call.
package callback

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/urfave/cli/v2"
	"golang.org/x/sync/errgroup"
)

// Cobra registers in a command.
func Cobra(load func()) *cobra.Command {
	return &cobra.Command{
		Use: "serve",
		RunE: func(cmd *cobra.Command, args []string) error {
			stop := make(chan os.Signal)
			signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
			load()
			<-stop
			return nil
		},
	}
}

// CLI registers in an action.
func CLI(load func()) *cli.App {
	stop := make(chan os.Signal)
	return &cli.App{
		Name: "serve",
		Action: func(*cli.Context) error {
			signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
			load()
			<-stop
			return nil
		},
	}
}

// Member registers in a member of a group.
func Member(ctx context.Context, load func()) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		stop := make(chan os.Signal)
		signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
		load()
		select {
		case <-stop:
			return context.Canceled
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	return g.Wait()
}

var (
	once sync.Once
	stop chan os.Signal
)

// Once makes and registers the channel the first time.
func Once() <-chan os.Signal {
	once.Do(func() {
		stop = make(chan os.Signal)
		signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
	})
	return stop
}

// Several registers what a loop makes.
func Several(signals ...os.Signal) {
	for _, s := range signals {
		c := make(chan os.Signal)
		signal.Notify(c, s) // want `\[unbufferedsignal/unbuffered\]`
		go func() {
			for range c {
				os.Stdout.Sync()
			}
		}()
	}
}

// SeveralRoomy is silent: each channel has room for the signal.
func SeveralRoomy(signals ...os.Signal) {
	for _, s := range signals {
		c := make(chan os.Signal, 1)
		signal.Notify(c, s)
		go func() {
			for range c {
				os.Stdout.Sync()
			}
		}()
	}
}
