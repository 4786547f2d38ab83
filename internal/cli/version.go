package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// version prints which program this is.
func (a *app) version(args []string) int {
	if len(args) > 0 {
		return a.usageError(fmt.Errorf("version takes no arguments, but got %s", args[0]))
	}
	version, revision := "(devel)", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if info.Main.Version != "" {
			version = info.Main.Version
		}
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				revision = " " + s.Value
			}
		}
	}
	fmt.Fprintf(a.stdout, "shutdownlint %s%s %s %s/%s\n", version, revision, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return exitClean
}
