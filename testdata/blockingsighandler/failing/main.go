// Command failing makes a call without a limit between the signal and the stop, unless something has failed before.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type client struct{ http *http.Client }

func (c *client) leave(name string) error {
	req, err := http.NewRequest(http.MethodDelete, "http://registry.internal/"+name, nil)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	c := &client{http: &http.Client{}}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		if err := c.leave(os.Args[1]); err != nil { // want `c.leave waits for the network without limit, between signal \(line 34\) and stop`
			log.Print(err)
		}
		cancel()
	}()
	<-ctx.Done()
}
