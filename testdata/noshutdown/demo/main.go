// Command demo shows something, so it is information only.
package main

import (
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/hello", hello)
	log.Fatal(http.ListenAndServe(":8080", nil)) // want `\[noshutdown/no-handler\]`
}

func hello(w http.ResponseWriter, r *http.Request) {}
