package knowledge

import (
	"go/token"
	"strings"
	"testing"
)

func TestLoaderRefuses(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"duplicate", "a.F exit=process\na.F exit=panic", "x.txt:2: a.F is already in x.txt:1"},
		{"unsorted", "b.F exit=process\n\n# why\na.F exit=process", "x.txt:4: a.F comes after b.F: keep the lines sorted"},
		{"unknown key", "a.F exits=process", `x.txt:1: unknown key "exits"`},
		{"unknown word", "a.F exit=soon", "x.txt:1: exit=soon: want one of process, panic, goexit"},
		{"no word", "a.F exit", "x.txt:1: exit=: want one of process, panic, goexit"},
		{"key twice", "a.F exit=process exit=panic", `x.txt:1: key "exit" twice`},
		{"number", "a.V signal=two", "x.txt:1: signal=two: want a number"},
		{"operand", "a.F ctx=arg", `x.txt:1: "arg" is not an operand: arg and result take a number, recv and new none`},
		{"operand's sign", "a.F ctx=arg-1", `x.txt:1: "arg-1" is not an operand`},
		{"operand's number", "a.F ctx=recv1", `x.txt:1: "recv1" is not an operand: arg and result take a number, recv and new none`},
		{"operand's field", "a.F ctx=recv.", `x.txt:1: "recv." is not an operand`},
		{"operand's word", "a.F ctx=self", `x.txt:1: "self" is not an operand: want recv, argN, resultN or new`},
		{"symbol without package", "Exit exit=process", `x.txt:1: "Exit" is not a symbol: want path.Func, (path.Type).Method or (*path.Type).Method`},
		{"symbol without name", "example.com/x exit=process", `x.txt:1: "example.com/x" is not a symbol`},
		{"open bracket", "(*a.T.F exit=process", `x.txt:1: "(*a.T.F" is not a symbol`},
		{"two errors", "a.F exits=process\na.G exits=process", "x.txt:2: "},
	} {
		_, err := (&Base{}).With(map[string]string{"x.txt": test.text})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got error %v, want %s", test.name, err, test.want)
		}
	}
}

func TestEntry(t *testing.T) {
	base, err := (&Base{}).With(map[string]string{"x.txt": "# head\n\n(*a/b.T[K]).Run drain=recv.Server ctx=arg1 kind=http # why # more\r\na.Sig signal=15"})
	if err != nil {
		t.Fatal(err)
	}
	all := base.Symbols()
	if len(all) != 2 {
		t.Fatalf("got %d entries, want 2", len(all))
	}
	run, sig := all[0], all[1]
	if run.Reason != "why # more" || run.Where != "x.txt:3" || run.Word("kind") != "http" {
		t.Errorf("got %+v", run)
	}
	if op, ok := run.Operand("drain"); !ok || op != (Operand{Receiver, 0, "Server"}) {
		t.Errorf("drain is %v, %v", op, ok)
	}
	if op, ok := run.Operand("ctx"); !ok || op != (Operand{Argument, 1, ""}) {
		t.Errorf("ctx is %v, %v", op, ok)
	}
	if _, ok := run.Operand("halt"); ok || run.Has("halt") {
		t.Error("halt was not said")
	}
	if sig.Number("signal") != 15 {
		t.Errorf("signal is %d", sig.Number("signal"))
	}
	var none *Entry
	if none.Has("exit") || none.Word("exit") != "" {
		t.Error("no entry says nothing")
	}
}

func TestUsersFilesWin(t *testing.T) {
	base, err := Default().With(map[string]string{"mine.txt": "example.com/x.Die exit=process\nos.Exit"})
	if err != nil {
		t.Fatal(err)
	}
	if e := base.entries["os.Exit"]; e.Has("exit") || e.Where != "mine.txt:2" {
		t.Errorf("os.Exit is still %+v", e)
	}
	if !base.entries["example.com/x.Die"].Has("exit") || !base.entries["log.Fatal"].Has("exit") {
		t.Error("an entry is lost")
	}
	if !Default().entries["os.Exit"].Has("exit") {
		t.Error("the built-in base was changed")
	}
}

// TestReasons holds the built-in lines to a reason that ends in a link.
func TestReasons(t *testing.T) {
	for _, e := range Default().Symbols() {
		said, link, ok := strings.Cut(e.Reason, ", https://")
		if !ok || said == "" || strings.ContainsAny(link, " ,") {
			t.Errorf("%s: %s: the reason is %q, want text, comma, link", e.Where, e.Symbol, e.Reason)
		}
	}
}

func FuzzParseLine(f *testing.F) {
	for _, e := range Default().Symbols() {
		line := e.Symbol
		for k, v := range e.words {
			line += " " + k + "=" + v
		}
		f.Add(line + " # " + e.Reason)
	}
	f.Fuzz(func(t *testing.T, line string) {
		e, err := parseLine(line)
		if err != nil || e == nil {
			return
		}
		pkg, typ, name, ok := takeApart(e.Symbol)
		if !ok || pkg == "" || !token.IsIdentifier(name) || typ != "" && !token.IsIdentifier(typ) {
			t.Errorf("%q is taken as package %q, type %q, name %q", e.Symbol, pkg, typ, name)
		}
		for k, v := range e.words {
			if check(k, v) != nil {
				t.Errorf("%s=%s was let in", k, v)
			}
		}
	})
}
