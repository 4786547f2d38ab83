package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"time"
)

// follow asks the registry for its peers, again and again. The registry answers when there is something new.
func follow(ctx context.Context, registry string) {
	for ctx.Err() == nil {
		peers, err := ask(ctx, registry)
		if err != nil {
			slog.Error("peers", "err", err)
			pause(ctx, 10*time.Second)
			continue
		}
		slog.Info("peers", "are", peers)
	}
}

// pause waits, but not longer than the ctx lasts.
func pause(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}

func ask(ctx context.Context, registry string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, registry, nil)
	if err != nil {
		return "", err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("registry: %s", resp.Status)
	}
	peers, err := io.ReadAll(resp.Body)
	return string(peers), err
}
