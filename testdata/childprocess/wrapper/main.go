// Command wrapper starts and stops its child through functions of its own.
package main

import (
	"log"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func start(name string) (*exec.Cmd, error) {
	cmd := exec.Command(name)
	cmd.Stdout = os.Stdout
	return cmd, cmd.Start()
}

func kill(cmd *exec.Cmd) {
	if err := cmd.Process.Kill(); err != nil {
		log.Print(err)
	}
}

func terminate(cmd *exec.Cmd) {
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		log.Print(err)
	}
}

func spawn(name string) error {
	return exec.Command(name).Start() // want `\[childprocess/zombie\]`
}

func main() {
	first, err := start("/usr/local/bin/first")
	if err != nil {
		log.Fatal(err)
	}
	second, err := start("/usr/local/bin/second")
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/thumbnail", func(w http.ResponseWriter, r *http.Request) {
		if err := spawn("/usr/bin/thumbnail"); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	go http.ListenAndServe(":8080", nil)

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
	kill(first)       // want `\[childprocess/killed-on-signal\]`
	terminate(second) // silent: SIGTERM can be handled
	first.Wait()
	second.Wait()
}
