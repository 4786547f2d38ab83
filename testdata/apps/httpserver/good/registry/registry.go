// Package registry tells others where the service is.
package registry

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// client gives up after three seconds.
var client = &http.Client{Transport: http.DefaultTransport, Timeout: 3 * time.Second}

// Join adds the address.
func Join(registry, addr string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return call(ctx, http.MethodPut, registry, addr)
}

// Leave removes the address.
func Leave(registry, addr string) error {
	return call(context.Background(), http.MethodDelete, registry, addr)
}

func call(ctx context.Context, method, registry, addr string) error {
	req, err := http.NewRequestWithContext(ctx, method, registry+"/"+url.PathEscape(addr), nil)
	if err != nil {
		return err
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("registry: %s", resp.Status)
	}
	return nil
}
