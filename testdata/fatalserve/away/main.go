// Command away exits with the error of a server that another package has stopped.
package main

import (
	"log"

	"example.com/samples/fatalserve/away/lib"
)

func main() {
	app := lib.New(":8080")
	app.Start()
	if err := app.Wait(); err != nil {
		log.Fatal(err) // want `^log\.Fatal makes a clean stop a failure: .* \[fatalserve/exit-status\]$`
	}
}
