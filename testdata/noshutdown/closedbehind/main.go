// Command closedbehind closes its server at the end, which never comes.
package main

import (
	"log"
	"net/http"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	defer srv.Close()
	if err := srv.ListenAndServe(); err != nil { // want `the program takes no SIGTERM, so a stop cuts the open requests of srv.ListenAndServe \[noshutdown/no-handler\]`
		log.Print(err)
	}
}
