// Command library logs in another package, with a library that can end the goroutine if it is asked to.
package main

import (
	"log"

	"go.uber.org/zap"

	"example.com/samples/skippeddefer/good/library/report"
)

func main() {
	logger, err := zap.NewProduction()
	if err != nil {
		log.Fatal(err)
	}
	report.Start(logger)
}
