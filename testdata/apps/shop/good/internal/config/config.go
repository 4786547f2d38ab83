// Package config reads what the environment and the price list say.
package config

import (
	"encoding/json"
	"os"
	"sync/atomic"
	"time"
)

// Config is how the shop is set up.
type Config struct {
	Addr, AdminAddr, EventsAddr string
	Database                    string
	Journal                     string
	Prices                      string
	DrainTime                   time.Duration
}

// Load returns the configuration.
func Load() Config {
	return Config{
		Addr:       get("SHOP_ADDR", ":8080"),
		AdminAddr:  get("SHOP_ADMIN_ADDR", ":8081"),
		EventsAddr: get("SHOP_EVENTS_ADDR", ":8082"),
		Database:   get("SHOP_DATABASE", "postgres://localhost/shop"),
		Journal:    get("SHOP_JOURNAL", "/var/lib/shop/journal"),
		Prices:     get("SHOP_PRICES", "/etc/shop/prices.json"),
		DrainTime:  15 * time.Second,
	}
}

func get(name, otherwise string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	return otherwise
}

// Prices is a price list that can be read anew.
type Prices struct {
	file string
	list atomic.Pointer[map[string]int]
}

// OpenPrices reads the list.
func OpenPrices(file string) (*Prices, error) {
	p := &Prices{file: file}
	return p, p.Reload()
}

// Reload reads the list again.
func (p *Prices) Reload() error {
	data, err := os.ReadFile(p.file)
	if err != nil {
		return err
	}
	list := map[string]int{}
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	p.list.Store(&list)
	return nil
}

// Of returns the price of an article.
func (p *Prices) Of(article string) (int, bool) {
	price, ok := (*p.list.Load())[article]
	return price, ok
}
