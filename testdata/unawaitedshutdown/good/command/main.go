// Command command serves in the function of a command, and waits there for the drain.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

func main() {
	cmd := &cobra.Command{Use: "serve", RunE: func(cmd *cobra.Command, args []string) error {
		ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second}
		drained := make(chan struct{})
		go func() {
			defer close(drained)
			<-ctx.Done()
			end, cancel := context.WithTimeout(context.Background(), 20*time.Second)
			defer cancel()
			srv.Shutdown(end)
		}()
		if err := srv.ListenAndServe(); err != http.ErrServerClosed { // silent: the drain is awaited
			return err
		}
		<-drained
		return nil
	}}
	cobra.CheckErr(cmd.ExecuteContext(context.Background()))
}
