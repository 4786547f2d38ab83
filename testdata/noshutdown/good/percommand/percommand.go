// Package percommand has the commands of a client. The one that has something to stop takes the signal; the page that the other one shows to its user ends with
// it. tailscale's client has this form (tailscale/tailscale de9ec7ee).
package percommand

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// Commands returns them all.
func Commands(watch func(context.Context) error) []*cobra.Command {
	return []*cobra.Command{
		{Use: "status", RunE: runStatus},
		{Use: "watch", RunE: func(cmd *cobra.Command, _ []string) error { return runWatch(cmd.Context(), watch) }},
	}
}

func runStatus(*cobra.Command, []string) error {
	return http.ListenAndServe(":8080", http.HandlerFunc(page))
}

func page(w http.ResponseWriter, r *http.Request) { w.Write([]byte("all is well")) }

func runWatch(ctx context.Context, watch func(context.Context) error) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	return watch(ctx)
}
