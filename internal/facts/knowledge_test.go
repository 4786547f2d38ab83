package facts

import (
	"strings"
	"testing"
)

func TestKnowledgeFlag(t *testing.T) {
	var k knowledgeFlag
	if err := k.Set("-- a.txt --\n# head\n\nexample.com/x.Die   exit=process # why\n-- b.txt --\nos.Exit\n"); err != nil {
		t.Fatal(err)
	}
	want := "-- a.txt --\nexample.com/x.Die exit=process\n-- b.txt --\nos.Exit\n"
	if k.String() != want {
		t.Errorf("the flag is %q, want %q", k.String(), want)
	}
	has := func(symbol string) bool {
		for _, e := range k.get().Symbols() {
			if e.Symbol == symbol {
				return e.Has("exit")
			}
		}
		return false
	}
	if !has("example.com/x.Die") || has("os.Exit") || !has("log.Fatal") {
		t.Error("the knowledge is not the built-in one with the user's lines on top")
	}
	if err := k.Set(k.String()); err != nil || k.String() != want {
		t.Errorf("the flag does not take its own value: %v", err)
	}
	err := k.Set("example.com/x.Die exits=process\n-- b.txt --\n\nexample.com/x.Die exit=soon\n")
	for _, part := range []string{`knowledge:1: unknown key "exits"`, "b.txt:2: exit=soon: want one of"} {
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("the error is %v, want %q in it", err, part)
		}
	}
	if k.String() != want {
		t.Error("a wrong value has replaced the right one")
	}
	if err := k.Set(""); err != nil || !has("os.Exit") {
		t.Errorf("no lines leave the built-in knowledge: %v", err)
	}
}
