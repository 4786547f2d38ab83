package edits

// The clock is known as t here.
import t "time"

func single(ok bool) {
	switch {
	case ok:
		find("bound", t.Second) // want `found`
	}
	if x := find("bound"); x != nil { // want `found`
		return
	}
}
