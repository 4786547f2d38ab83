// Package config reads what the environment says.
package config

import (
	"errors"
	"os"
	"time"
)

// Config is how the commands are set up.
type Config struct {
	API, Status, Debug string
	Database           string
	LockFile           string
	BackupDir          string
	DrainTime          time.Duration
}

// Load returns the configuration.
func Load() (*Config, error) {
	c := &Config{
		API:       get("FLEET_API", ":8080"),
		Status:    get("FLEET_STATUS", ":8081"),
		Debug:     get("FLEET_DEBUG", "localhost:6060"),
		Database:  os.Getenv("FLEET_DATABASE"),
		LockFile:  get("FLEET_LOCK", "/run/fleet/migrate.lock"),
		BackupDir: get("FLEET_BACKUP", "/var/backups/fleet"),
		DrainTime: 25 * time.Second,
	}
	if c.Database == "" {
		return nil, errors.New("FLEET_DATABASE is not set")
	}
	return c, nil
}

func get(name, otherwise string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}
