package unit

import (
	"os"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// giant is how many bytes of source make a package of which only one is to be in memory at a time, and which is looked at once where it comes twice (see
// twin): nats-server's has 4.6 MB and takes half a gigabyte.
const giant = 2 << 20

// begin waits until the unit may be read into memory, if it is a giant, and says how much it may take. It returns the unit as a twin, nil if it is none,
// and what lets the next giant begin.
func (u *unit) begin(files []string, named bool) (t *twin, end func()) {
	if !isGiant(files) {
		most.bound()
		return nil, func() {}
	}
	end = takeTurn()
	if u.scope(named) != facts.Main {
		most.bound()
		return nil, end
	}
	awaited.bound()
	return u.twin(files), end
}

// isGiant reports whether a package of these files is one.
func isGiant(files []string) bool {
	size := int64(0)
	for _, name := range files {
		if info, err := os.Stat(name); err == nil {
			size += info.Size()
		}
	}
	return size >= giant
}

// takeTurn waits until no other unit of this program has a giant in hand and returns what ends the turn. Where the system has no such locks, or refuses
// one, units do not wait.
func takeTurn() (end func()) {
	name, err := os.Executable()
	if err != nil {
		return func() {}
	}
	f, err := os.Open(name)
	if err != nil {
		return func() {}
	}
	lock(f)
	return func() { f.Close() } // which gives the lock back, as the end of the process does
}
