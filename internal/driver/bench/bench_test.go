//go:build unix

package bench

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/shutdownlint/shutdownlint/internal/driver/unit"
	"github.com/shutdownlint/shutdownlint/passes"
)

var (
	dir     = flag.String("dir", "", "`module` to run over")
	central = flag.String("central", "", "`file` of a package that many others import")
	rounds  = flag.Int("rounds", 1, "how often each measurement is taken; the median counts")
)

// The test binary is all three tools, copied under their names: one that does nothing, one that reads and type-checks, and shutdownlint.
func TestMain(m *testing.M) {
	if args := os.Args[1:]; unit.Asked(args) {
		switch filepath.Base(os.Args[0]) {
		case "nothing":
			os.Exit(nothing(args))
		case "types":
			os.Exit(timed(args, nil))
		}
		os.Exit(timed(args, passes.Analyzers()))
	}
	os.Exit(m.Run())
}

// nothing is a vet tool that has no facts and finds nothing.
func nothing(args []string) int {
	last := args[len(args)-1]
	if !strings.HasSuffix(last, ".cfg") {
		return unit.Main(args, nil, os.Stdout, os.Stderr)
	}
	data, err := os.ReadFile(last)
	if err != nil {
		return 1
	}
	var cfg unit.Config
	if json.Unmarshal(data, &cfg) != nil || os.WriteFile(cfg.VetxOutput, nil, 0o666) != nil {
		return 1
	}
	return 0
}

// cost is what one run took.
type cost struct {
	wall, cpu time.Duration
	memory    int64 // MiB, of the largest process
}

func BenchmarkVet(b *testing.B) {
	if *dir == "" {
		b.Skip("-dir names no module")
	}
	var rows []string
	costs := map[string][]cost{}
	measure := func(what string, tools map[string]string) {
		for _, name := range []string{"nothing", "shutdownlint"} {
			c := vet(b, tools[name])
			key := what + " " + name
			costs[key] = append(costs[key], c)
			if !slices.Contains(rows, what) {
				rows = append(rows, what)
			}
		}
	}
	leaf := mainFile(b)
	vet(b, copyTool(b, "nothing")) // so that everything is compiled
	for range *rounds {
		tools := map[string]string{"nothing": copyTool(b, "nothing"), "shutdownlint": copyTool(b, "shutdownlint")}
		measure("cold", tools)
		measure("warm", tools)
		edit(b, leaf, "\n// "+rand.Text()+"\n", func() { measure("leaf", tools) })
		if *central != "" {
			edit(b, *central, "\n// Z"+rand.Text()+" is new.\nfunc Z"+rand.Text()+"() {}\n", func() { measure("central", tools) })
		}
	}
	fmt.Println()
	for _, what := range rows {
		floor, ours := median(costs[what+" nothing"]), median(costs[what+" shutdownlint"])
		ratio := float64(ours.wall) / float64(floor.wall)
		b.ReportMetric(ratio, what+"-ratio")
		fmt.Printf("%-8s nothing %6.2fs %4d MiB   shutdownlint %6.2fs (cpu %6.2fs) %4d MiB   %.2fx\n",
			what, floor.wall.Seconds(), floor.memory, ours.wall.Seconds(), ours.cpu.Seconds(), ours.memory, ratio)
	}
}

// copyTool copies this program under a name and appends random bytes, so that the go command has no results of it.
func copyTool(b *testing.B, name string) string {
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	in, err := os.Open(self)
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	path := filepath.Join(b.TempDir(), name)
	out, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o777)
	if err != nil {
		b.Fatal(err)
	}
	_, err = io.Copy(out, io.MultiReader(in, strings.NewReader(rand.Text())))
	if closeErr := out.Close(); err != nil || closeErr != nil {
		b.Fatal(err, closeErr)
	}
	return path
}

// vet runs go vet with the tool over the whole module.
func vet(b *testing.B, tool string) cost {
	cmd := exec.Command("go", "vet", "-json", "-vettool="+tool, "./...")
	cmd.Dir = *dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	start := time.Now()
	if err := cmd.Run(); err != nil {
		b.Logf("go vet: %v\n%s", err, stderr.Bytes())
	}
	c := cost{wall: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		c.memory = usage.Maxrss >> 10
	}
	return c
}

// edit appends text to a file while do runs. What depends on the file is compiled before.
func edit(b *testing.B, name, text string, do func()) {
	if !filepath.IsAbs(name) {
		name = filepath.Join(*dir, name)
	}
	old, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := os.WriteFile(name, old, 0o666); err != nil {
			b.Fatal(err)
		}
	}()
	if err := os.WriteFile(name, append(slices.Clip(old), text...), 0o666); err != nil {
		b.Fatal(err)
	}
	compile := exec.Command("go", "list", "-export", "-deps", "-test", "./...")
	compile.Dir = *dir
	if err := compile.Run(); err != nil {
		b.Fatal(err)
	}
	do()
}

// mainFile returns a file of the first main package.
func mainFile(b *testing.B) string {
	cmd := exec.Command("go", "list", "-f", `{{if eq .Name "main"}}{{.Dir}}/{{index .GoFiles 0}}{{end}}`, "./...")
	cmd.Dir = *dir
	out, err := cmd.Output()
	files := strings.Fields(string(out))
	if err != nil || len(files) == 0 {
		b.Fatal("no main package: ", err)
	}
	return files[0]
}

func median(list []cost) cost {
	sorted := slices.SortedFunc(slices.Values(list), func(x, y cost) int { return int(x.wall - y.wall) })
	return sorted[len(sorted)/2]
}
