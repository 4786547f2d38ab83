// Command zombieways runs a command to its end on one way and forgets it on the other, and starts one in a handler of its own type. Filebrowser had the
// first form (6d5ceae8).
package main

import (
	"log"
	"net/http"
	"os/exec"
	"time"
)

type hook struct{ command string }

func (h *hook) run(path string) error {
	cmd := exec.Command(h.command, path)
	return cmd.Start() // want `the child is never waited for and stays a zombie`
}

func (h *hook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h.run(r.URL.Path); err != nil {
		http.Error(w, err.Error(), 500)
	}
}

func convert(w http.ResponseWriter, r *http.Request) {
	cmd := exec.Command("convert", r.URL.Path)
	if r.URL.Query().Get("background") != "" {
		if err := cmd.Start(); err != nil { // want `the child is never waited for and stays a zombie`
			http.Error(w, err.Error(), 500)
		}
		return
	}
	if err := cmd.Run(); err != nil {
		http.Error(w, err.Error(), 500)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/hook", &hook{command: "notify"})
	mux.HandleFunc("/convert", convert)
	srv := &http.Server{Addr: "localhost:8080", Handler: mux, ReadTimeout: time.Second}
	log.Fatal(srv.ListenAndServe())
}
