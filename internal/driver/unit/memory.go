package unit

import (
	"os"
	"runtime"
	"runtime/debug"
)

// memory says when garbage is collected.
type memory struct {
	free int64 // bytes that may be taken before any is
	goal int64 // bytes that the runtime tries to stay below afterwards, by doing it more often
	rare bool  // it is done to stay below the goal only, and not as usual besides
}

const mebibyte = 1 << 20

var (
	// most is for most units, which end before any garbage is collected. Only packages of a hundred thousand lines come near the goal.
	most = memory{free: 64 * mebibyte, goal: 512 * mebibyte}
	// awaited is for a giant of the main module, which is alone and for which users wait: nats-server's package takes a fifth less time than with that for
	// most. Had more been taken before the first collection, what stays in use would lie further apart and take more than that.
	awaited = memory{free: 384 * mebibyte, goal: 544 * mebibyte, rare: true}
)

// bound takes effect unless the user has set a limit.
func (m memory) bound() {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	percent := debug.SetGCPercent(-1)
	if m.rare {
		percent = -1
	}
	debug.SetMemoryLimit(m.free)
	runtime.AddCleanup(new([16]byte), func(percent int) { // after the first collection
		debug.SetMemoryLimit(m.goal)
		debug.SetGCPercent(percent)
	}, percent)
}
