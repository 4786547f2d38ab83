// Package config reads what the environment says.
package config

import "os"

// Config is how the service is set up.
type Config struct {
	Addr, AdminAddr string
	Database        string
	Registry        string
	Thumbnailer     string
}

// Load returns the configuration.
func Load() Config {
	return Config{
		Addr:        get("ADDR", ":8080"),
		AdminAddr:   get("ADMIN_ADDR", "localhost:8081"),
		Database:    get("DATABASE_URL", "postgres://localhost/orders"),
		Registry:    get("REGISTRY_URL", "http://registry.internal/orders"),
		Thumbnailer: get("THUMBNAILER", "/usr/local/bin/thumbnailer"),
	}
}

func get(name, otherwise string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	return otherwise
}
