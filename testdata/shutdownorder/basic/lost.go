package basic

// daemon calls its closers when it stops.
type daemon struct {
	closers []func()
	last    []func()
}

func (d *daemon) onStop(f func()) { d.closers = append(d.closers, f) }

func (d *daemon) onStopLast(f func()) {
	d.closers = append(d.last, f) // want `^closers is overwritten with another list, so the stop functions in it are never called \[shutdownorder/lost-stop\]$`
}

func startBoth(d *daemon, start func(string) func()) {
	stop := start("first")
	d.closers = append(d.closers, func() { stop() })
	stop = start("second") // want `^the literal of line 15 calls what is assigned here, so what it was to stop never is \[shutdownorder/lost-stop\]$`
	d.closers = append(d.closers, func() { stop() })
}
