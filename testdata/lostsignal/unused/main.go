// Command unused drops the ctx that ends at the signal.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"
)

func main() {
	_, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM) // want `signal.NotifyContext takes the signal, and nothing waits for it.*\[lostsignal/swallowed\]`
	defer cancel()
	http.ListenAndServe(":8080", nil)
}
