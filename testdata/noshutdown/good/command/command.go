// Package command serves in a command of a program, until its ctx ends.
package command

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/spf13/cobra"
)

var rootCmd = &cobra.Command{Use: "app"}

var serveCmd = &cobra.Command{
	Use: "serve",
	RunE: func(cmd *cobra.Command, args []string) error {
		mux := http.NewServeMux()
		mux.HandleFunc("/api", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "x") })
		srv := &http.Server{Addr: ":8080", Handler: mux}
		drained := make(chan struct{})
		go func() {
			defer close(drained)
			<-cmd.Context().Done()
			ctx, cancel := context.WithTimeout(context.WithoutCancel(cmd.Context()), 20*time.Second)
			defer cancel()
			srv.Shutdown(ctx)
		}()
		err := srv.ListenAndServe()
		<-drained
		return err
	},
}

func init() { rootCmd.AddCommand(serveCmd) }

// Execute runs the program.
func Execute() {
	if err := rootCmd.Execute(); err != nil {
		os.Exit(1)
	}
}
