// Command handed gives its server to functions of another package that may stop it: one keeps it for its Stop, one has it stopped when the ctx ends,
// one hands it on to others. Silent.
package main

import (
	"context"
	"log"
	"net/http"
	"os/signal"
	"syscall"

	"example.com/samples/noshutdown/good/handed/web"
)

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer cancel()
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	go func() { log.Print(web.Keep(&http.Server{Addr: ":8080", Handler: mux})) }()
	go func() { log.Print(web.Watched(ctx, &http.Server{Addr: ":8081", Handler: mux})) }()
	go func() { log.Print(web.Registered(&http.Server{Addr: ":8082", Handler: mux})) }()
	<-ctx.Done()
	web.StopAll()
}
