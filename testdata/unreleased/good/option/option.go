// Package option prints what it is told to print.
package option

import (
	"encoding/json"
	"fmt"
	"os"
	"text/tabwriter"
)

// Print is silent: the table is not wanted when the output is to be JSON.
func Print(values []string, output string) error {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "VALUE\tLENGTH\n")
	for _, v := range values {
		if output == "json" {
			b, err := json.Marshal(v)
			if err != nil {
				return err
			}
			fmt.Println(string(b))
		} else {
			fmt.Fprintf(w, "%s\t%d\n", v, len(v))
		}
	}
	if output != "json" {
		return w.Flush()
	}
	return nil
}
