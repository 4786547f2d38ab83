// Command crosspkg ends the process with the error of another package's server.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/fatalserve/crosspkg/lib"
)

func main() {
	api, admin := lib.New(":8080"), lib.New("localhost:8081")
	go func() {
		if err := api.Serve(); err != nil {
			log.Fatal(err) // want `\[fatalserve/server-closed\]`
		}
	}()
	go func() {
		if err := admin.ServeTested(); err != nil {
			log.Fatal(err) // silent: ServeTested tests the error
		}
	}()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := api.Stop(ctx); err != nil {
		log.Print(err)
	}
	if err := admin.Stop(ctx); err != nil {
		log.Print(err)
	}
}
