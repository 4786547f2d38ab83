// Package commands has a command that serves, in a package that takes no signal.
package commands

import (
	"net/http"

	"github.com/spf13/cobra"
)

// Serve returns the command.
func Serve() *cobra.Command { return &cobra.Command{Use: "serve", RunE: runServe} }

func runServe(*cobra.Command, []string) error {
	return http.ListenAndServe(":8080", http.HandlerFunc(orders)) // want `nobody can shut down what http.ListenAndServe serves`
}

func orders(w http.ResponseWriter, r *http.Request) { w.Write([]byte("ordered")) }
