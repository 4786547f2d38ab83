// Command stock runs the rules under the stock driver of x/tools, as any program of your own can.
package main

import (
	"golang.org/x/tools/go/analysis/multichecker"

	"github.com/shutdownlint/shutdownlint/passes"
)

func main() { multichecker.Main(passes.Analyzers()...) }
