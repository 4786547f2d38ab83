// Command atsignal closes the listener of a server that another package serves.
package main

import (
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/noshutdown/handed/web"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/push", func(w http.ResponseWriter, r *http.Request) {})
	l, err := net.Listen("tcp", ":9091")
	if err != nil {
		log.Fatal(err)
	}
	go closeAtSignal(l)
	log.Print(web.Serve(l, &http.Server{Handler: mux}, ""))
}

// closeAtSignal has the form of pushgateway before f7ff200: the program ends when Serve returns, whatever is still being answered.
func closeAtSignal(l net.Listener) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	l.Close() // want `l\.Close closes only the listener of &http\.Server\{…\}: open requests are not waited for \[noshutdown/no-path\]`
}
