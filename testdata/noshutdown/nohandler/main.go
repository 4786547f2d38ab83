// Command nohandler takes no signal at all.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "hello") })
	addr := os.Getenv("ADDR")
	log.Fatal(http.ListenAndServe(addr, nil)) // want `the program takes no SIGTERM, so a stop cuts the open requests of http.ListenAndServe \[noshutdown/no-handler\]`
}
