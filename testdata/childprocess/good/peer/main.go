// Command peer talks to its child and kills it when the talk is over. No signal has come then.
package main

import (
	"context"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"example.com/samples/childprocess/good/peer/talk"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	cmd := exec.Command("/usr/local/bin/agent")
	out, err := cmd.StdoutPipe()
	if err != nil {
		log.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		log.Fatal(err)
	}
	conn := talk.New(out)
	if err := conn.Ask(ctx, "hello"); err != nil {
		log.Print(err)
		cmd.Process.Kill() // silent: the question failed, or its ctx ended
		cmd.Wait()
		return
	}
	<-conn.Done()
	cmd.Process.Kill() // silent: the child has closed its side
	cmd.Wait()
}
