// Command itself keeps one more of its own kind running: that takes a Ctrl-C as this one does, and starts to stop at once. What ends it too often ends this one
// as well, with no request open. syncthing has this form (syncthing/syncthing 328d910a).
package main

import (
	"log"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	if os.Getenv("CHILD") != "" {
		serve()
		return
	}
	keep()
}

func serve() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGINT, syscall.SIGTERM)
	done := make(chan struct{})
	go func() {
		<-sigs
		close(done)
	}()
	srv := &http.Server{Addr: "localhost:8080"}
	go srv.ListenAndServe()
	<-done
	log.Print(srv.Close())
}

func self() (string, error) {
	if name, err := os.Executable(); err == nil {
		return name, nil
	}
	return exec.LookPath(os.Args[0])
}

func keep() {
	name, err := self()
	if err != nil {
		panic("no program")
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGINT, syscall.SIGTERM)
	again := make(chan os.Signal, 1)
	signal.Notify(again, syscall.SIGHUP)
	last := time.Time{}
	for {
		if time.Since(last) < time.Second {
			log.Print("too many restarts")
			os.Exit(1)
		}
		last = time.Now()
		cmd := exec.Command(name)
		cmd.Env = append(os.Environ(), "CHILD=1")
		if err := cmd.Start(); err != nil {
			panic("no start")
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		select {
		case <-stop:
			cmd.Process.Signal(syscall.SIGTERM)
			<-ended
			return
		case <-again:
			cmd.Process.Signal(syscall.SIGHUP)
			<-ended
		case <-ended:
		}
	}
}
