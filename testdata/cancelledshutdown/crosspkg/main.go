// Command crosspkg waits and stops through another package.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/cancelledshutdown/crosspkg/lib"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var service lib.Service
	service.Start()
	lib.Wait(ctx)
	if err := service.Stop(ctx); err != nil { // want `\[cancelledshutdown/signal-context\]`
		log.Print(err)
	}
	fresh(&service)
}

// fresh is silent: the context is new.
func fresh(service *lib.Service) {
	if err := service.Stop(context.Background()); err != nil {
		log.Print(err)
	}
}
