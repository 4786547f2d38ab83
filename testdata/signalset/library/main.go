// Command library leaves its signals to the package of its commands.
package main

import (
	"log"

	"example.com/samples/signalset/library/serve"
)

func main() {
	if err := serve.Run(); err != nil {
		log.Fatal(err)
	}
}
