// Command fleet-agent runs in a vehicle and sends where it is.
package main

import (
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

var client = &http.Client{Timeout: 10 * time.Second}

func main() {
	url := os.Getenv("FLEET_URL")
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGINT, syscall.SIGTERM)
	defer farewell(url)
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			put(url, "here")
		case s := <-stop:
			slog.Info("stopping", "signal", s)
			runtime.Goexit() // os.Exit would not say farewell // want `\[skippeddefer/goexit-main\]`
		}
	}
}

// farewell tells that nothing more will come.
func farewell(url string) { put(url, "parked") }

func put(url, at string) {
	req, err := http.NewRequest(http.MethodPut, url+"?at="+at, nil)
	if err != nil {
		slog.Error("url", "err", err)
		return
	}
	resp, err := client.Do(req)
	if err != nil {
		slog.Error("send", "err", err)
		return
	}
	resp.Body.Close()
}
