package unit

import "os"

// giant is how many bytes of source make a package of which only one is to be in memory at a time: nats-server's has 4.6 MB, takes half a gigabyte, and
// comes twice at once, by itself and with its tests.
const giant = 2 << 20

// takeTurn waits until no other unit of this program has a giant in hand, if the files are one, and returns what ends the turn. Where the system has no
// such locks, or refuses one, units do not wait.
func takeTurn(files []string) (end func()) {
	size := int64(0)
	for _, name := range files {
		if info, err := os.Stat(name); err == nil {
			size += info.Size()
		}
	}
	if size < giant {
		return func() {}
	}
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
