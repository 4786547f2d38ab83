// Package notify tells people what happens.
package notify

import (
	"net/http"
	"net/url"
	"time"
)

var client = &http.Client{Timeout: 3 * time.Second}

// Stopped says that a service has stopped.
func Stopped(service string) {
	resp, err := client.PostForm("https://chat.internal/stopped", url.Values{"service": {service}})
	if err == nil {
		resp.Body.Close()
	}
}
