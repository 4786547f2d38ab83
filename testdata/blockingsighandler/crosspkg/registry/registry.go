// Package registry tells others where a service is. It is silent: when it is asked is its callers' to say.
package registry

import (
	"context"
	"net/http"
	"time"
)

const address = "http://registry.internal/"

// Leave takes the name out.
func Leave(name string) error {
	return LeaveContext(context.Background(), name)
}

// LeaveContext takes the name out while the ctx lasts.
func LeaveContext(ctx context.Context, name string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, address+name, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Forget takes the name out, with a request that has no ctx.
func Forget(name string) error {
	req, err := http.NewRequest(http.MethodDelete, address+name, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// ForgetSoon does so for a second at most.
func ForgetSoon(name string) error {
	req, err := http.NewRequest(http.MethodDelete, address+name, nil)
	if err != nil {
		return err
	}
	client := &http.Client{Timeout: time.Second}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
