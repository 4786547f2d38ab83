// Package command serves in a command of a program.
package command

import (
	"fmt"
	"net/http"
	"os"

	"github.com/spf13/cobra"
)

var rootCmd = &cobra.Command{Use: "app"}

var serveCmd = &cobra.Command{
	Use: "serve",
	RunE: func(cmd *cobra.Command, args []string) error {
		mux := http.NewServeMux()
		mux.HandleFunc("/api", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "x") })
		return http.ListenAndServe(":8080", mux) // want `nobody can shut down what http.ListenAndServe serves.*\[noshutdown/unstoppable\]`
	},
}

func init() { rootCmd.AddCommand(serveCmd) }

// Execute runs the program.
func Execute() {
	if err := rootCmd.Execute(); err != nil {
		os.Exit(1)
	}
}
