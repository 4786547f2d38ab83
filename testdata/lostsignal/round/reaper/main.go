// Command reaper takes SIGTERM and acts on SIGCHLD alone; whether that is listed is decided as it runs. Containerd's shim had this form (3ffb6a61).
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	defer cancel()
	signals := taken(len(os.Args) > 1) // want `its receiver \(line 34\) stops nothing \[lostsignal/swallowed\]`
	if err := handle(ctx, signals); err != nil {
		log.Fatal(err)
	}
}

func taken(reap bool) chan os.Signal {
	signals := make(chan os.Signal, 32)
	list := []os.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGPIPE}
	if reap {
		list = append(list, syscall.SIGCHLD)
	}
	signal.Notify(signals, list...)
	return signals
}

func handle(ctx context.Context, signals chan os.Signal) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case s := <-signals:
			switch s {
			case syscall.SIGCHLD:
				reap()
			case syscall.SIGPIPE:
			}
		}
	}
}

func reap() {
	var status syscall.WaitStatus
	for {
		pid, err := syscall.Wait4(-1, &status, syscall.WNOHANG, nil)
		if err != nil || pid <= 0 {
			return
		}
	}
}
