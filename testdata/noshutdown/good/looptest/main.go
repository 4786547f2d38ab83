// Command looptest is named for tests, as the folders with the tools for tailscale's own tests are (tailscale/tailscale de9ec7ee).
package main

import (
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/hello", hello)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func hello(w http.ResponseWriter, r *http.Request) {}
