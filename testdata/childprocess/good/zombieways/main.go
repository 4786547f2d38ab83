// Command zombieways waits for its children: on both ways, and through an interface. Silent.
package main

import (
	"log"
	"net/http"
	"os/exec"
	"time"
)

type waiter interface{ Wait() error }

func collect(children ...waiter) {
	for _, c := range children {
		if err := c.Wait(); err != nil {
			log.Print(err)
		}
	}
}

func hook(w http.ResponseWriter, r *http.Request) {
	cmd := exec.Command("notify", r.URL.Path)
	if err := cmd.Start(); err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	collect(cmd)
}

func convert(w http.ResponseWriter, r *http.Request) {
	cmd := exec.Command("convert", r.URL.Path)
	if r.URL.Query().Get("background") != "" {
		if err := cmd.Start(); err != nil {
			http.Error(w, err.Error(), 500)
			return
		}
		go func() { _ = cmd.Wait() }()
		return
	}
	if err := cmd.Run(); err != nil {
		http.Error(w, err.Error(), 500)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/hook", hook)
	mux.HandleFunc("/convert", convert)
	srv := &http.Server{Addr: "localhost:8080", Handler: mux, ReadTimeout: time.Second}
	log.Fatal(srv.ListenAndServe())
}
