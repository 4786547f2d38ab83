// Package web is a stub of github.com/prometheus/exporter-toolkit/web v0.17.1, https://pkg.go.dev/github.com/prometheus/exporter-toolkit@v0.17.1/web.
package web

import (
	"log/slog"
	"net"
	"net/http"
)

type FlagConfig struct {
	WebListenAddresses *[]string
	WebSystemdSocket   *bool
	WebConfigFile      *string
}

func ServeMultiple(listeners []net.Listener, server *http.Server, flags *FlagConfig, logger *slog.Logger) error {
	return nil
}

func ListenAndServe(server *http.Server, flags *FlagConfig, logger *slog.Logger) error { return nil }

func Serve(l net.Listener, server *http.Server, flags *FlagConfig, logger *slog.Logger) error {
	return nil
}
