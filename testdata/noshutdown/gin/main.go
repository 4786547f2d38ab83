// Command gin serves through a framework that keeps the server to itself.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.New()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		os.Exit(0)
	}()
	r.Run(":8080") // want `nobody can shut down what r.Run serves.*\[noshutdown/unstoppable\]`
}
