// Command unasked stops its server where it comes to the end by itself: no signal ever waits for that.
package main

import (
	"context"
	"log"
	"net/http"
)

func main() {
	srv := &http.Server{Addr: "127.0.0.1:8080"}
	go srv.ListenAndServe()
	defer func() {
		if err := srv.Shutdown(context.Background()); err != nil { // silent: the platform's time does not run
			log.Print(err)
		}
	}()
	work()
}

func work() {}
