package pipeline

import "sync"

// Fan closes its channels through a helper.
type Fan struct {
	in, out chan int
	steps   sync.WaitGroup
}

func NewFan(keep func(int)) *Fan {
	f := &Fan{in: make(chan int), out: make(chan int)}
	f.steps.Go(func() {
		for v := range f.out {
			keep(v)
		}
	})
	f.steps.Go(func() {
		for v := range f.in {
			keep(v)
		}
	})
	return f
}

func (f *Fan) Close() {
	closeAll(f.in, f.out)
	f.steps.Wait()
}

func closeAll(first, second chan int) {
	close(first)
	close(second)
}
