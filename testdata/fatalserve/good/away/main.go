// Command away exits with the error of a server of another package that has failed.
package main

import (
	"log"

	"example.com/samples/fatalserve/good/away/lib"
)

func main() {
	app := lib.New(":8080")
	app.Start()
	if err := app.Wait(); err != nil {
		log.Fatal(err) // silent: the error is read only where the server has not been stopped
	}
}
