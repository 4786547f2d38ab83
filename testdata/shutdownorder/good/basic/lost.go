package basic

// daemon calls its closers when it stops.
type daemon struct {
	closers []func()
	last    []func()
}

func (d *daemon) onStop(f func()) { d.closers = append(d.closers, f) }

func (d *daemon) onStopLast(f func()) {
	d.last = append(d.last, f)
}

func startBoth(d *daemon, start func(string) func()) {
	stop := start("first")
	d.closers = append(d.closers, func() { stop() })
	stopSecond := start("second")
	d.closers = append(d.closers, func() { stopSecond() })
}
