package tornabove

import (
	"bufio"
	"os"
	"sync"
	"time"
)

// journal writes out at its Close what it holds back.
type journal struct {
	mu sync.Mutex
	w  *bufio.Writer
	f  *os.File
}

func (j *journal) Add(s string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.w.WriteString(s)
}

func (j *journal) Close() error {
	j.w.Flush()
	return j.f.Close()
}

// sweeper removes what is old.
type sweeper struct {
	j    *journal
	quit chan struct{}
	wg   sync.WaitGroup
	once sync.Once
}

func (s *sweeper) start() {
	s.quit = make(chan struct{})
	s.wg.Go(s.run)
}

func (s *sweeper) run() {
	for {
		select {
		case <-s.quit:
			return
		case <-time.After(time.Minute):
			s.j.Add("swept")
		}
	}
}

func (s *sweeper) stop() {
	s.once.Do(func() { close(s.quit) })
	s.wg.Wait()
}

// Shard keeps a journal and its sweeper.
type Shard struct {
	j       *journal
	sweeper *sweeper
}

func Open(f *os.File) *Shard {
	h := &Shard{j: &journal{w: bufio.NewWriter(f), f: f}}
	h.sweeper = &sweeper{j: h.j}
	h.sweeper.start()
	return h
}

func (h *Shard) Close() error {
	h.sweeper.stop()
	return h.j.Close()
}
