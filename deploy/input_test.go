package deploy

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// folder writes files and returns their folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// checked returns the findings, the problems and what is said, one a line.
func checked(t *testing.T, o Options, paths ...string) string {
	t.Helper()
	var all strings.Builder
	o.Log = func(text string) { fmt.Fprintln(&all, "said", text) }
	report, err := Check(context.Background(), paths, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		fmt.Fprintf(&all, "found %s:%d: %s [%s/%s]\n", filepath.Base(f.Start.File), f.Start.Line, f.Message, f.Rule, f.Category)
	}
	for _, p := range report.Problems {
		fmt.Fprintf(&all, "problem %s:%d: %s\n", filepath.Base(p.File), p.Line, p.Message)
	}
	return all.String()
}

func TestPlacesOfBadInput(t *testing.T) {
	dir := folder(t, map[string]string{
		"latin.service":             "[Service]\n# gr\xfc\xdfe\nKillMode=process\n",
		"half.yaml":                 "kind: Pod\napiVersion: v1\nspec:\n  containers: [\n",
		"bom.service":               "\ufeff[Service]\nKillMode=process\n",
		"Dockerfile":                "\ufeffFROM debian:bookworm-slim\r\nSTOPSIGNAL SIGKILL\r\n",
		"chart/templates/pod.yaml":  "kind: Pod\napiVersion: v1\n{{- range .Values.pods }}\nname: [ {{ . }}\n{{- end }}\n",
		"chart/templates/last.yaml": "kind: Pod\napiVersion: v1\nspec:\n  terminationGracePeriodSeconds: {{ .Values.grace | default 3 }}\n  containers: [{name: a}]\n",
	})
	got := checked(t, Options{}, dir)
	for _, want := range []string{
		"problem latin.service:2: not UTF-8 text", "problem half.yaml:4: ", "found bom.service:2: KillMode=process", "found Dockerfile:2: no program can take SIGKILL",
		"pod.yaml: a template that is no YAML until it is filled in", "last.yaml:4: terminationGracePeriodSeconds is no plain number",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q in\n%s", want, got)
		}
	}
}

// A path that is named is read where it leads, a link below it is not, and neither is a file that another names.
func TestNothingElseIsRead(t *testing.T) {
	outside := folder(t, map[string]string{
		"api.service":   "[Service]\nKillMode=process\n",
		"entrypoint.sh": "#!/bin/sh\napi\n",
		"Dockerfile":    "FROM scratch\nENTRYPOINT api\n",
	})
	dir := folder(t, map[string]string{
		"Dockerfile":         "FROM debian\nCOPY ../entrypoint.sh /\nENTRYPOINT [\"" + outside + "/entrypoint.sh\"]\n",
		"compose.yaml":       "include: [" + outside + "/compose.yaml, compose.yaml]\nservices: {a: {build: " + outside + ", env_file: " + outside + "/env}}\n",
		"kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [" + outside + ", .]\n",
	})
	if err := os.Symlink(outside, filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(outside, "api.service"), filepath.Join(dir, "link.service")); err != nil {
		t.Fatal(err)
	}
	if got := checked(t, Options{Programs: drainers(t)}, dir); strings.Contains(got, "KillMode") || strings.Contains(got, "shellform") {
		t.Errorf("a file outside is read:\n%s", got)
	}
	if got := checked(t, Options{}, filepath.Join(dir, "link")); !strings.Contains(got, "KillMode") {
		t.Errorf("a link that is named is not read:\n%s", got)
	}
	circle := filepath.Join(dir, "circle")
	if err := os.Symlink("circle", circle); err != nil {
		t.Fatal(err)
	}
	if _, err := Check(context.Background(), []string{circle}, Options{}); err == nil || !strings.Contains(err.Error(), circle) {
		t.Errorf("a link to itself: %v", err)
	}
}

// Values of files show up nowhere but in findings about them.
func TestSecretsAreNotTold(t *testing.T) {
	const secret = "hunter2"
	dir := folder(t, map[string]string{
		"chart/Chart.yaml":          "name: drainer\n",
		"chart/values.yaml":         "password: " + secret + "\ngrace: 5\n",
		"chart/templates/main.yaml": "apiVersion: v1\nkind: Pod\nspec:\n  terminationGracePeriodSeconds: {{ .Values.grace }}\n  containers:\n    - {name: a, image: 'x/unknown:1', command: [sh, -c, 'login {{ .Values.password }}; unknown'], env: [{name: P, value: {{ .Values.password }}}]}\n",
		"Dockerfile":                "FROM debian\nENV P=" + secret + "\nCMD [\"other\", \"-password=" + secret + "\"]\n",
		"broken.yaml":               "kind: Secret\napiVersion: v1\nstringData:\n  password: " + secret + "\n bad: [\n",
		"other.service":             "[Service]\nEnvironment=P=" + secret + "\nExecStart=/usr/bin/other -p " + secret + "\nKillMode=process\n",
	})
	got := checked(t, Options{Programs: drainers(t)}, dir)
	if strings.Contains(got, secret) || !strings.Contains(got, "graceperiod") {
		t.Errorf("the secret is told, or nothing is:\n%s", got)
	}
}

// Time is bounded whatever the file holds.
func TestTimeIsBounded(t *testing.T) {
	deep := strings.Repeat("[", maxFile-20)
	wide := "kind: Pod\napiVersion: v1\nspec: {containers: [" + strings.Repeat("{name: a},", 100000) + "]}\n"
	merges := "a0: &a0 {k: v}\n"
	for i := 1; i < 2000; i++ {
		merges += fmt.Sprintf("a%d: &a%d {<<: [*a%d, *a%d]}\n", i, i, i-1, i-1)
	}
	dir := folder(t, map[string]string{
		"deep.yaml": "kind: " + deep, "wide.yaml": wide, "merges.yaml": "kind: Pod\napiVersion: v1\n" + merges,
		"Dockerfile": "FROM a\nRUN " + strings.Repeat("(", 100000) + "\nCMD " + strings.Repeat("$(", 50000) + "\n", "entrypoint.sh": strings.Repeat("if a; then ", 50000),
		"a.service": "[Service]\n" + strings.Repeat("ExecStart=a \\\n", 100000), "x.logrotate": strings.Repeat("pkill -HUP ", 200000), "huge.sh": strings.Repeat("a\n", maxFile),
	})
	begun := time.Now()
	got := checked(t, Options{Programs: drainers(t)}, dir)
	if took := time.Since(begun); took > 20*time.Second {
		t.Errorf("it took %s", took)
	}
	if !strings.Contains(got, "problem huge.sh:0: larger than 4 MiB") {
		t.Errorf("the file that is too large is not told:\n%.2000s", got)
	}
}

// Comments that silence nothing are told, as in Go code.
func TestIgnores(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.service": "[Service]\n# shutdownlint:ignore killmode/leaves-children,stopsignal/uncatchable they live on, and so be it\nKillMode=process\nKillSignal=SIGKILL\n",
		"b.service": "[Service]\n# shutdownlint:ignore killmode\nKillMode=process\n#shutdownlint:ignore\n# shutdownlint:ignore killmode/leaves-child it is so\nSendSIGKILL=no\n# shutdownlint:ignore lostsignal it is so\n",
		"c.yaml":    "apiVersion: v1\nkind: Pod\nspec:\n  terminationGracePeriodSeconds: 3 # shutdownlint:ignore graceperiod/too-short it is so\n  containers: [{name: a}]\n",
	})
	got := checked(t, Options{Programs: drainers(t)}, dir)
	for _, want := range []string{
		"found a.service:4: no program can take SIGKILL", "found a.service:2: the comment ignores stopsignal/uncatchable, which reports nothing here [stopsignal/unused-ignore]",
		"found b.service:2: the comment gives no reason to ignore killmode", "found b.service:3: KillMode", "found b.service:4: the comment names no rule",
		"found b.service:5: the comment ignores killmode/leaves-child, but killmode has no such category", "found b.service:6: ", "found b.service:7: the comment ignores lostsignal, which is no rule for such files",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q in\n%s", want, got)
		}
	}
	if n := strings.Count(got, "found "); n != 8 {
		t.Errorf("%d findings:\n%s", n, got)
	}
	if got := checked(t, Options{}, dir); strings.Contains(got, "unused-ignore") {
		t.Errorf("whether a comment is used is not known without the programs:\n%s", got)
	}
}
