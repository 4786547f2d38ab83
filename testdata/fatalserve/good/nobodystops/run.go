// Package nobodystops never stops its server, so the error is never that of a stopped one. ntfy has this form (binwiederhier/ntfy 05c56f00).
package nobodystops

import (
	"log"

	"example.com/samples/fatalserve/good/nobodystops/server"
)

// Serve serves until it fails.
func Serve(addr string) {
	if err := server.New(addr).Run(); err != nil {
		log.Fatal(err)
	}
}
