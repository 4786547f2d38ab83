// Package zombie starts children in a process that lives on, and does not take their exit status.
package zombie

import (
	"net/http"
	"os/exec"
)

// Handler starts one a request.
func Handler(w http.ResponseWriter, r *http.Request) {
	cmd := exec.Command("/usr/bin/convert", r.URL.Query().Get("file"))
	if err := cmd.Start(); err != nil { // want `\[childprocess/zombie\]`
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// Loop starts one a job.
func Loop(jobs <-chan string) {
	for job := range jobs {
		exec.Command("/usr/bin/convert", job).Start() // want `\[childprocess/zombie\]`
	}
}

// Released gives the child up, which takes no status either.
func Released(jobs <-chan string) {
	for job := range jobs {
		cmd := exec.Command("/usr/bin/convert", job)
		if err := cmd.Start(); err == nil { // want `\[childprocess/zombie\]`
			cmd.Process.Release()
		}
	}
}

// Waited is silent: a goroutine waits.
func Waited(w http.ResponseWriter, r *http.Request) {
	cmd := exec.Command("/usr/bin/convert", r.URL.Query().Get("file"))
	if err := cmd.Start(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	go cmd.Wait()
	w.WriteHeader(http.StatusAccepted)
}

// Process is silent: it is the process that is waited for.
func Process(jobs <-chan string) {
	for job := range jobs {
		cmd := exec.Command("/usr/bin/convert", job)
		if err := cmd.Start(); err == nil {
			cmd.Process.Wait()
		}
	}
}

// Started is silent: the caller gets the child.
func Started(job string) (*exec.Cmd, error) {
	cmd := exec.Command("/usr/bin/convert", job)
	return cmd, cmd.Start()
}
