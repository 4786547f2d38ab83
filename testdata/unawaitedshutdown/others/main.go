// Command others stops, after its server, a worker of another package. The channel that ends the worker tells nobody here that the stop is done.
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
	}()
	a.api.Run(":8080") // want `\[unawaitedshutdown/early-return\]`
	close(a.ended)
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	a := &app{api: &web.API{}, messages: notify.New(func(text string) { log.Print(text) }), ended: make(chan struct{})}
	a.run(ctx)
}
