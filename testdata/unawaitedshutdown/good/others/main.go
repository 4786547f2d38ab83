// Command others waits until its worker of another package is closed, too.
package main

import (
	"context"
	"log"
	"os/signal"
	"syscall"

	"example.com/samples/unawaitedshutdown/others/notify"
	"example.com/samples/unawaitedshutdown/others/web"
)

type app struct {
	api      *web.API
	messages *notify.Service
	ended    chan struct{}
}

func (a *app) run(ctx context.Context) {
	go func() {
		<-ctx.Done()
		a.api.Shutdown()
		a.messages.Close()
		close(a.ended)
	}()
	a.api.Run(":8080") // silent: the caller waits for the end of the stop
}

// wait returns when all is stopped.
func (a *app) wait() { <-a.ended }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	a := &app{api: &web.API{}, messages: notify.New(func(text string) { log.Print(text) }), ended: make(chan struct{})}
	a.run(ctx)
	a.wait()
}
