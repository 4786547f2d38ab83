// Command behind stops its server only where that does not serve any more.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	if os.Getenv("APP") != "" {
		a := &app{srv: &http.Server{Addr: ":8081"}}
		defer a.Close()
		if err := a.Run(); err != nil {
			log.Fatal(err) // silent: Close runs when main ends
		}
		return
	}
	srv := &http.Server{Addr: ":8080"}
	defer srv.Close()
	if err := srv.ListenAndServe(); err != nil {
		log.Fatal(err) // silent: nothing closes the server while it serves
	}
}

type app struct {
	srv *http.Server
}

// Run serves.
func (a *app) Run() error { return a.srv.ListenAndServe() }

// Close closes the server.
func (a *app) Close() error { return a.srv.Close() }
