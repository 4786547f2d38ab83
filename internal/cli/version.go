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
	revision := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				revision = " " + s.Value
			}
		}
	}
	fmt.Fprintf(a.stdout, "shutdownlint %s%s %s %s/%s\n", buildVersion(), revision, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return exitClean
}

// buildVersion returns the version of the module that this program was built of.
func buildVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
