// Command published leaves what it has published in the buffer of its connection.
package main

import (
	"log"
	"time"

	"github.com/nats-io/nats.go"
)

func main() {
	nc, err := nats.Connect("nats://localhost") // want `nothing calls Close after nats.Connect, so what it holds back is lost at exit`
	if err != nil {
		log.Fatal(err)
	}
	for range time.Tick(time.Minute) {
		if err := nc.Publish("alive", nil); err != nil {
			break
		}
	}
}
