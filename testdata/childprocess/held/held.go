// Package held keeps children in structs, variables and slices.
package held

import (
	"context"
	"net/http"
	"os"
	"os/exec"
	"syscall"
)

// Embedded is a child with a name.
type Embedded struct {
	*exec.Cmd
	name string
}

// Start starts it.
func Start(name string) (*Embedded, error) {
	e := &Embedded{Cmd: exec.Command(name), name: name}
	return e, e.Cmd.Start()
}

// Stop kills it through the promoted field.
func (e *Embedded) Stop() error {
	e.Process.Kill() // want `\[childprocess/killed-on-signal\]`
	return e.Wait()
}

var worker = exec.Command("/usr/local/bin/worker")

// Run runs the package's worker until the ctx ends.
func Run(ctx context.Context) error {
	if err := worker.Start(); err != nil {
		return err
	}
	<-ctx.Done()
	worker.Process.Kill() // want `\[childprocess/killed-on-signal\]`
	return worker.Wait()
}

// Pool has several.
type Pool struct {
	workers []*exec.Cmd
}

// Start starts one more.
func (p *Pool) Start(name string) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return err
	}
	p.workers = append(p.workers, cmd)
	return nil
}

// Stop is silent: each is told with a signal that it can handle, and waited for.
func (p *Pool) Stop() {
	for _, w := range p.workers {
		w.Process.Signal(syscall.SIGTERM)
	}
	for _, w := range p.workers {
		w.Wait()
	}
}

// Process starts a child without package exec, and takes no status.
func Process(w http.ResponseWriter, r *http.Request) {
	_, err := os.StartProcess("/usr/bin/convert", []string{"convert", r.URL.Path}, &os.ProcAttr{}) // want `\[childprocess/zombie\]`
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// ProcessWaited is silent: a goroutine takes the status.
func ProcessWaited(w http.ResponseWriter, r *http.Request) {
	p, err := os.StartProcess("/usr/bin/convert", []string{"convert", r.URL.Path}, &os.ProcAttr{})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	go p.Wait()
}
