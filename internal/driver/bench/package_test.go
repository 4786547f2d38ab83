//go:build unix

package bench

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/driver/unit"
)

// costsVariable names the file to which each unit adds what it took.
const costsVariable = "SHUTDOWNLINT_BENCH_COSTS"

// timed runs a unit and notes the processor time that it took under its package's path.
func timed(args []string, analyzers []*analysis.Analyzer) int {
	code := unit.Main(args, analyzers, os.Stdout, os.Stderr)
	name := os.Getenv(costsVariable)
	data, err := os.ReadFile(args[len(args)-1])
	var cfg unit.Config
	if name == "" || err != nil || json.Unmarshal(data, &cfg) != nil {
		return code
	}
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return code
	}
	if f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666); err == nil {
		fmt.Fprintf(f, "%s\t%d\n", cfg.ID, time.Duration(used.Utime.Nano()+used.Stime.Nano()))
		f.Close()
	}
	return code
}

// BenchmarkPackages compares, for each package of the module, what the tool takes with what parsing and type-checking it alone takes. Packages whose
// types take less than 20 ms are left out: there the start of the program is all there is.
func BenchmarkPackages(b *testing.B) {
	if *dir == "" {
		b.Skip("-dir names no module")
	}
	types, whole := perUnit(b, "types"), perUnit(b, "shutdownlint")
	slowest := slices.SortedFunc(maps.Keys(types), func(x, y string) int {
		return cmp.Compare(float64(whole[y])/float64(types[y]), float64(whole[x])/float64(types[x]))
	})
	slowest = slices.DeleteFunc(slowest, func(id string) bool { return types[id] < 20*time.Millisecond || whole[id] == 0 })
	if len(slowest) == 0 {
		b.Fatal("no package is large enough")
	}
	fmt.Println()
	for _, id := range slowest[:min(8, len(slowest))] {
		fmt.Printf("%-60s types %6.2fs   shutdownlint %6.2fs   %.1fx\n", id, types[id].Seconds(), whole[id].Seconds(), float64(whole[id])/float64(types[id]))
	}
	b.ReportMetric(float64(whole[slowest[0]])/float64(types[slowest[0]]), "worst-ratio")
	b.ReportMetric(float64(len(slowest)), "packages")
}

// perUnit runs go vet with the tool over the module and returns the processor time of each unit.
func perUnit(b *testing.B, tool string) map[string]time.Duration {
	name := filepath.Join(b.TempDir(), "costs")
	cmd := exec.Command("go", "vet", "-json", "-vettool="+copyTool(b, tool), "./...")
	cmd.Dir = *dir
	cmd.Env = append(os.Environ(), costsVariable+"="+name)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		b.Logf("go vet: %v\n%s", err, stderr.Bytes())
	}
	data, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	costs := map[string]time.Duration{}
	for line := range strings.Lines(string(data)) {
		id, text, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			costs[id] += time.Duration(n)
		}
	}
	return costs
}
