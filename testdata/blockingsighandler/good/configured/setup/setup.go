// Package setup gives the process its defaults.
package setup

import (
	"net/http"
	"time"
)

// Clients limits what goes through the default client.
func Clients() {
	http.DefaultClient.Timeout = 5 * time.Second
}
