package deploy

import (
	"errors"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// command is a simple command of a script.
type command struct {
	name string // the program's base name
	exec bool
	line int
}

// harmless are commands that no service is: what scripts prepare with, and what containers are kept alive with.
var harmless = map[string]bool{
	"": true, "[": true, "apk": true, "apt-get": true, "awk": true, "break": true, "cat": true, "cd": true, "chmod": true, "chown": true, "cp": true, "curl": true,
	"cut": true, "date": true, "docker": true, "echo": true, "eval": true, "exit": true, "export": true, "false": true, "find": true, "git": true, "go": true,
	"gofmt": true, "grep": true, "head": true, "helm": true, "install": true, "jq": true, "kill": true, "kubectl": true, "ln": true, "ls": true, "make": true,
	"mkdir": true, "mv": true, "node": true, "npm": true, "openssl": true, "popd": true, "printf": true, "protoc": true, "pushd": true, "python": true,
	"python3": true, "read": true, "return": true, "rm": true, "sed": true, "set": true, "shift": true, "sleep": true, "sort": true, "source": true, "ssh": true,
	"sudo": true, "systemctl": true, "tail": true, "tar": true, "tee": true, "test": true, "touch": true, "trap": true, "true": true, "unset": true, "wait": true,
	"wc": true, "wget": true, "which": true, "yarn": true, ".": true, ":": true,
}

func isShell(name string) bool {
	switch path.Base(name) {
	case "sh", "bash", "ash", "dash":
		return true
	}
	return false
}

// maxNesting bounds how deep a shell text may nest: the parser takes long for what nests without end, and nobody writes it.
const maxNesting = 200

// parseShell reads a shell text.
func parseShell(text, name string) (*syntax.File, error) {
	depth := 0
	for _, b := range []byte(text) {
		switch b {
		case '(', '{':
			depth++
		case ')', '}':
			depth = max(0, depth-1)
		}
		if depth > maxNesting {
			return nil, errors.New("it nests too deep")
		}
	}
	return syntax.NewParser().Parse(strings.NewReader(text), name)
}

// lastCommand returns the last command of a shell text that can be a service; single tells that it is the only command, which some shells run in
// their own place.
func lastCommand(text string) (last *command, single bool) {
	parsed, err := parseShell(text, "")
	if err != nil || len(parsed.Stmts) == 0 {
		return nil, false
	}
	_, simple := parsed.Stmts[0].Cmd.(*syntax.CallExpr)
	for _, stmt := range slices.Backward(parsed.Stmts) {
		if c := ending(stmt, nil); c != nil && !harmless[c.name] {
			last = c
			break
		}
	}
	return last, simple && len(parsed.Stmts) == 1
}

// ending returns the command that a statement ends in: the last of a list, the first of a pipe. Functions of the script are looked into.
func ending(stmt *syntax.Stmt, functions map[string]*syntax.Stmt) *command {
	if stmt.Background || stmt.Negated {
		return nil
	}
	switch cmd := stmt.Cmd.(type) {
	case *syntax.CallExpr:
		return called(cmd, functions)
	case *syntax.BinaryCmd:
		if cmd.Op == syntax.Pipe || cmd.Op == syntax.PipeAll {
			return ending(cmd.X, functions)
		}
		return ending(cmd.Y, functions)
	case *syntax.Block:
		return endingOf(cmd.Stmts, functions)
	case *syntax.IfClause:
		for clause := cmd; clause != nil; clause = clause.Else {
			if c := endingOf(clause.Then, functions); c != nil && !c.exec && !harmless[c.name] {
				return c
			}
		}
	case *syntax.CaseClause:
		for _, item := range cmd.Items {
			if c := endingOf(item.Stmts, functions); c != nil && !c.exec && !harmless[c.name] {
				return c
			}
		}
	}
	return nil
}

func endingOf(stmts []*syntax.Stmt, functions map[string]*syntax.Stmt) *command {
	if len(stmts) == 0 {
		return nil
	}
	return ending(stmts[len(stmts)-1], functions)
}

// called returns the program of a simple command.
func called(call *syntax.CallExpr, functions map[string]*syntax.Stmt) *command {
	if len(call.Args) == 0 {
		return nil
	}
	c := &command{line: int(call.Pos().Line())}
	args := call.Args
	if args[0].Lit() == "exec" {
		c.exec = true
		args = args[1:]
	}
	if len(args) == 0 {
		return nil
	}
	name := args[0].Lit()
	if isShell(name) && len(args) > 1 {
		name = args[1].Lit() // the script that the shell runs
	}
	if body := functions[name]; body != nil && !c.exec {
		delete(functions, name)
		return ending(body, functions)
	}
	c.name = path.Base(name)
	if name == "" {
		c.name = wordText(args[0])
	}
	return c
}

// wordText is a word that is not plain text, such as "$@".
func wordText(w *syntax.Word) string {
	var b strings.Builder
	if err := syntax.NewPrinter().Print(&b, w); err != nil {
		return "a program"
	}
	return b.String()
}

// script reports a script that a container starts with and that runs its program as a child.
func (c *checker) script(f *file, named bool) {
	if !named && !startsContainer(f.path) {
		return
	}
	parsed, err := parseShell(f.text, f.path)
	if err != nil || len(parsed.Stmts) == 0 {
		return // not a script for this parser; whoever runs it will say what is wrong
	}
	functions, guarded := map[string]*syntax.Stmt{}, false
	syntax.Walk(parsed, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.FuncDecl:
			functions[n.Name.Value] = n.Body
		case *syntax.CallExpr:
			guarded = guarded || len(n.Args) > 0 && (n.Args[0].Lit() == "trap" || n.Args[0].Lit() == "wait") // it passes signals on itself
		}
		return true
	})
	run := endingOf(parsed.Stmts, functions)
	if run == nil || run.exec || harmless[run.name] || guarded {
		return
	}
	tier := "warning"
	if named {
		tier = "error"
	}
	c.add(f, "shellform", "script", tier, "the script runs "+run.name+" without exec, so it is the shell that gets SIGTERM", run.line, 1)
}

// startsContainer reports whether a script that no Dockerfile at hand names is called, and lies, like one that a container starts with.
func startsContainer(file string) bool {
	base := strings.ToLower(filepath.Base(file))
	if strings.Contains(base, "entrypoint") {
		return true
	}
	dir := strings.ToLower(filepath.ToSlash(filepath.Dir(file)))
	return strings.HasPrefix(base, "start") && (strings.Contains(dir, "docker") || strings.Contains(dir, "container"))
}
