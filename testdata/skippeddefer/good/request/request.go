// Package request asks main to end.
package request

import "net/http"

var stop = make(chan struct{}, 1)

// Stop answers and tells main.
func Stop(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusOK)
	select {
	case stop <- struct{}{}:
	default:
	}
}

// Stopped is what main waits for before it shuts the server down.
func Stopped() <-chan struct{} { return stop }
