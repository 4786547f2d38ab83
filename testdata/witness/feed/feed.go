// Package feed tells customers of offers for as long as they listen.
package feed

import (
	"io"
	"net/http"
	"time"
)

// Offers sends an offer every now and then, until one does not arrive.
func Offers(w http.ResponseWriter, r *http.Request) {
	next := time.NewTicker(100 * time.Millisecond)
	defer next.Stop()
	for range next.C {
		if _, err := io.WriteString(w, "data: eggs\n\n"); err != nil {
			return
		}
		if err := http.NewResponseController(w).Flush(); err != nil {
			return
		}
	}
}
