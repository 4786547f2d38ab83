// Command eitherway serves if it is told to, and else ends by itself. Silent.
package main

import (
	"log"
	"net/http"
	"os"
	"runtime/pprof"
)

func run(profile string) error {
	f, err := os.Create(profile)
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	switch os.Getenv("SERVE") {
	case "http":
		return http.ListenAndServe(":8080", nil)
	case "https":
		return http.ListenAndServeTLS(":8443", "c", "k", nil)
	}
	return nil
}

func main() {
	if err := run("cpu.out"); err != nil {
		log.Print(err)
	}
}
