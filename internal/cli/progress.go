package cli

import (
	"fmt"
	"io"
	"os"
	"time"
)

// progress shows in one line of a terminal that a long run is still alive.
type progress struct {
	w     io.Writer
	start time.Time
	shown bool
}

// patience is how long a run may take before anything is shown.
const patience = time.Second

// newProgress returns nil where nobody looks: standard error is no terminal, or says already what is done.
func (a *app) newProgress(o *options) *progress {
	if f, ok := a.stderr.(*os.File); ok && !o.v && isTerminal(f) {
		return &progress{w: f, start: time.Now()}
	}
	return nil
}

// show tells how many units were analysed. What comes from the cache is not counted.
func (p *progress) show(units int) {
	took := time.Since(p.start)
	if took < patience {
		return
	}
	p.shown = true
	fmt.Fprintf(p.w, "\r\x1b[Kshutdownlint: %d packages analysed, %s", units, took.Truncate(time.Second))
}

// clear takes the line away.
func (p *progress) clear() {
	if p != nil && p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
