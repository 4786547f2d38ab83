// Command restsonit takes no signal and rests on what another package serves.
package main

import (
	"log"

	"example.com/samples/noshutdown/restsonit/api"
)

func main() {
	srv := api.New(":8080")
	log.Fatal(srv.Run()) // want `the program takes no SIGTERM, so a stop cuts the open requests of srv.Run \[noshutdown/no-handler\]`
}
