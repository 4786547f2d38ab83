// Package request reads the answers to a request, which another package ends.
package request

import (
	"log"
	"net/http"

	"example.com/samples/goroutineleak/good/request/queue"
)

// Handler hands requests on.
func Handler(q queue.Queue) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		done := make(chan error, 1)
		q.Submit(queue.Request{Line: r.URL.Path, Done: done})
		for err := range done {
			log.Print(err)
		}
	})
}
