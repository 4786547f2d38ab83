// Command eitherway serves with or without TLS until it is killed, with a profile to be written behind it.
package main

import (
	"log"
	"net/http"
	"os"
	"runtime/pprof"
)

func run(profile string) (err error) {
	f, err := os.Create(profile)
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	if os.Getenv("TLS") == "" {
		err = http.ListenAndServe(":8080", nil) // want `a signal kills the process in http.ListenAndServe, so the deferred pprof.StopCPUProfile \(line 19\) never runs`
	} else {
		err = http.ListenAndServeTLS(":8443", "c", "k", nil)
	}
	return err
}

func main() {
	if err := run("cpu.out"); err != nil {
		log.Fatal(err)
	}
}
