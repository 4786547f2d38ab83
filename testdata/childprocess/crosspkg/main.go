// Command crosspkg stops the children of another package.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/childprocess/crosspkg/child"
)

func main() {
	first, err := child.Start("/usr/local/bin/first")
	if err != nil {
		log.Fatal(err)
	}
	second, err := child.Start("/usr/local/bin/second")
	if err != nil {
		log.Fatal(err)
	}

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
	first.Kill()       // want `\[childprocess/killed-on-signal\]`
	second.Terminate() // silent: SIGTERM can be handled
	first.Wait()
	second.Wait()
}
