// Command orphanheld leaves the child of its struct running.
package main

import (
	"context"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

type proxy struct {
	cmd *exec.Cmd
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()

	p := &proxy{cmd: exec.Command("/usr/local/bin/envoy", "-c", "/etc/envoy.yaml")}
	p.cmd.Stderr = os.Stderr
	if err := p.cmd.Start(); err != nil { // want `\[childprocess/orphan\]`
		log.Fatal(err)
	}
	<-ctx.Done()
}
