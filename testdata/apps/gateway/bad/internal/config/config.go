// Package config reads what the environment says.
package config

import (
	"os"
	"strconv"
	"time"
)

// Config is how the programs of the gateway are set up.
type Config struct {
	HTTP, GRPC, Metrics, Lines string
	Spool, Ready, Registry     string
	Workers                    int
	DrainTime                  time.Duration
}

// Load returns the configuration.
func Load() Config {
	workers, err := strconv.Atoi(get("GATEWAY_WORKERS", "4"))
	if err != nil || workers < 1 {
		workers = 1
	}
	return Config{
		HTTP:      get("GATEWAY_HTTP", ":8080"),
		GRPC:      get("GATEWAY_GRPC", ":9090"),
		Metrics:   get("GATEWAY_METRICS", ":9100"),
		Lines:     get("GATEWAY_LINES", ":9009"),
		Spool:     get("GATEWAY_SPOOL", "/var/spool/gateway"),
		Ready:     get("GATEWAY_READY", "/run/gateway/ready"),
		Registry:  get("GATEWAY_REGISTRY", "http://registry.internal/gateways"),
		Workers:   workers,
		DrainTime: 20 * time.Second,
	}
}

func get(name, otherwise string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}
