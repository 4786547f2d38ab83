// Command neverruns defers the removal of its file above a loop that nothing leaves.
package main

import (
	"log"
	"os"
	"time"
)

func main() {
	if err := os.WriteFile("app.pid", nil, 0o600); err != nil {
		log.Fatal(err)
	}
	defer os.Remove("app.pid") // want `the deferred os.Remove never runs.*\[skippeddefer/never-runs\]`
	for {
		time.Sleep(time.Minute)
		log.Print("alive")
	}
}
