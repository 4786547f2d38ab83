//go:build unix

package bench

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkGrowth runs the tool over one generated package of 1, 4 and 16 times as many functions, goroutines and channels, less what the go
// command itself costs. Each growth is the cost of one part compared with that in the smallest package: 1 is linear.
func BenchmarkGrowth(b *testing.B) {
	const parts = 60
	var first float64
	for _, times := range []int{1, 4, 16} {
		*dir = b.TempDir()
		generate(b, *dir, parts*times)
		vet(b, copyTool(b, "nothing")) // so that everything is compiled
		floor, ours := least(b, "nothing"), least(b, "shutdownlint")
		each := (ours.cpu - floor.cpu).Seconds() / float64(times)
		if first == 0 {
			first = each
		}
		b.ReportMetric(each/first, fmt.Sprintf("growth-%dx", times))
		fmt.Printf("%4d parts: %8s of CPU, %8s without the tool, %4d MiB; a part costs %.2f of the smallest package's\n",
			parts*times, ours.cpu.Round(time.Millisecond), floor.cpu.Round(time.Millisecond), ours.memory, each/first)
	}
}

// least runs the tool without any results of it, as often as asked, and returns the cheapest run: what disturbs a run only adds to it.
func least(b *testing.B, tool string) cost {
	c := vet(b, copyTool(b, tool))
	for range *rounds - 1 {
		if again := vet(b, copyTool(b, tool)); again.cpu < c.cpu {
			c = again
		}
	}
	return c
}

// partSource is a part of the server of generate.
const partSource = `
type partN struct {
	mu   sync.Mutex
	jobs chan int
	done chan struct{}
}

func (s *Server) startN() {
	s.partN.jobs, s.partN.done = make(chan int, 8), make(chan struct{})
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		defer close(s.partN.done)
		for {
			select {
			case job := <-s.partN.jobs:
				s.doN(job)
			case <-s.quit:
				return
			}
		}
	}()
}

func (s *Server) doN(job int) {
	s.partN.mu.Lock()
	defer s.partN.mu.Unlock()
	if job > 0 {
		s.sendN(job - 1)
	}
}

func (s *Server) sendN(job int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case s.partBELOW.jobs <- job:
	case <-s.quit:
	}
}

func (s *Server) stopN() {
	if N != BELOW {
		s.stopBELOW()
	}
	<-s.partN.done
	s.wg.Wait()
}
`

// generate writes a module of one package: a server of so many parts, each with a queue, a worker, a lock and a stop of its own, that share the
// lock and the group of the server and call one another.
func generate(b *testing.B, dir string, parts int) {
	var src strings.Builder
	src.WriteString(`package server

import "sync"

type Server struct {
	mu   sync.Mutex
	wg   sync.WaitGroup
	quit chan struct{}
`)
	for i := range parts {
		fmt.Fprintf(&src, "\tpart%d part%d\n", i, i)
	}
	src.WriteString("}\n")
	for i := range parts {
		part := strings.NewReplacer("N", fmt.Sprint(i), "BELOW", fmt.Sprint(i/2))
		part.WriteString(&src, partSource)
	}
	for name, text := range map[string]string{"go.mod": "module example.com/server\n\ngo 1.26\n", "server.go": src.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
}
