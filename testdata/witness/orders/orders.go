// Package orders is the service that the programs around it start and stop.
package orders

import (
	"fmt"
	"io"
	"net/http"
)

// Routes takes orders at POST /orders.
func Routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "ok\n")
	})
	mux.HandleFunc("POST /orders", take)
	return mux
}

func take(w http.ResponseWriter, r *http.Request) {
	order, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	fmt.Fprintf(w, "order of %d bytes taken\n", len(order))
}
