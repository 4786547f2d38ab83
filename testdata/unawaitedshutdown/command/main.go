// Command command serves in the function of a command, which nothing in view calls.
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
		go func() {
			<-ctx.Done()
			end, cancel := context.WithTimeout(context.Background(), 20*time.Second)
			defer cancel()
			srv.Shutdown(end)
		}()
		if err := srv.ListenAndServe(); err != http.ErrServerClosed { // want `\[unawaitedshutdown/early-return\]`
			return err
		}
		return nil
	}}
	cobra.CheckErr(cmd.ExecuteContext(context.Background()))
}
