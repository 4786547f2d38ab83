// Command handed gives its server to a function of another package that only serves it.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/noshutdown/handed/web"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	srv := &http.Server{Addr: ":8080", Handler: mux}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		if err := web.Run(srv); err != nil { // want `nothing shuts srv down after the signal, so its open requests are cut \[noshutdown/no-path\]`
			log.Print(err)
		}
	}()
	<-stop
}
