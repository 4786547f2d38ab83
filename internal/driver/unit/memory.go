package unit

import (
	"os"
	"runtime"
	"runtime/debug"
)

const (
	// memoryGoal, in bytes, is what the runtime tries to keep a unit below by collecting garbage more often. Only packages of a hundred thousand lines
	// come near it: without it nats-server's took twice the memory for a tenth less time.
	memoryGoal = 512 << 20
	// memoryFree is what a unit may take before any garbage is collected. Most units end below it.
	memoryFree = 64 << 20
)

// boundMemory sets when garbage is collected, unless the user has set a limit: for a giant of the main module, for which users wait, only to stay below
// the goal; for others first not at all, then as usual but for the goal.
func boundMemory(awaited bool) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	usual := debug.SetGCPercent(-1)
	if awaited {
		debug.SetMemoryLimit(memoryGoal)
		return
	}
	debug.SetMemoryLimit(memoryFree)
	runtime.AddCleanup(new([16]byte), func(percent int) { // after the first collection
		debug.SetMemoryLimit(memoryGoal)
		debug.SetGCPercent(percent)
	}, usual)
}
