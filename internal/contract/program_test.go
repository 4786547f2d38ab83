package contract

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// drain is a graceful stop that lasts until one of the clocks ends.
func drain(after []int, until ...[]int) Node {
	return Node{Kind: Drain, What: "http", After: after, Until: until}
}

func clock(d time.Duration, after ...int) Node {
	return Node{Kind: Clock, Bound: Bound{Sort: Exact, Time: d}, After: after}
}

func sleep(d time.Duration, after ...int) Node {
	return Node{Kind: Sleep, Bound: Bound{Sort: Exact, Time: d}, After: after}
}

const s = time.Second

// TestWays holds the longest way to what its nodes say, in short: the total, then what each step took.
func TestWays(t *testing.T) {
	stop := Node{Kind: Stop}
	param := Node{Kind: Clock, Bound: Bound{Sort: Param, Param: 1}}
	helper := Flow{Func: "m.close", Nodes: []Node{param, drain(nil, []int{0})}}
	circle := Flow{Func: "m.circle", Nodes: []Node{{Kind: Call, Func: "m.circle"}, drain([]int{0})}}
	for name, c := range map[string]struct {
		nodes []Node
		want  string
	}{
		"one after the other":          {[]Node{stop, sleep(2*s, 0), clock(5*s, 0, 1), drain([]int{0, 1, 2}, []int{2})}, "7s: 2s 5s"},
		"a ctx that was made before":   {[]Node{stop, clock(5*s, 0), sleep(2*s, 0, 1), drain([]int{0, 1, 2}, []int{1})}, "5s: 2s 3s"},
		"one ctx for two":              {[]Node{stop, clock(5*s, 0), drain([]int{0, 1}, []int{1}), drain([]int{0, 1, 2}, []int{1})}, "5s: 5s 0s"},
		"a ctx that runs before":       {[]Node{clock(5 * s), stop, drain([]int{0, 1}, []int{0})}, "0s: 0s"},
		"the sooner of two clocks":     {[]Node{stop, clock(5*s, 0), clock(3*s, 0), drain([]int{0}, []int{1, 2})}, "3s: 3s"},
		"the longer of two ctxs":       {[]Node{stop, clock(5*s, 0), clock(3*s, 0), drain([]int{0}, []int{1}, []int{2})}, "5s: 5s"},
		"side by side":                 {[]Node{stop, clock(5*s, 0), drain([]int{0}, []int{1}), clock(9*s, 0), drain([]int{0}, []int{3}), {Kind: Wait, After: []int{2, 4}}, sleep(s, 5)}, "10s: 9s 1s"},
		"a sleep while it works":       {[]Node{sleep(9 * s), {Kind: Stop, After: []int{0}}, clock(s, 1), drain([]int{1}, []int{2})}, "1s: 1s"},
		"a helper with the ctx":        {[]Node{stop, clock(5*s, 0), sleep(s, 0, 1), {Kind: Call, Func: "m.close", After: []int{0, 2}, Args: []Arg{{Index: 1, Ctx: true, Until: [][]int{{1}}}}}}, "5s: 1s 4s"},
		"a function that calls itself": {[]Node{stop, {Kind: Call, Func: "m.circle", After: []int{0}}, sleep(s, 1)}, "1s: 0s 1s"},
		"nodes that follow each other": {[]Node{stop, sleep(s, 2), sleep(s, 1, 0)}, "2s: 1s 1s"},
	} {
		p := &Package{Path: "m", Name: "main", Flows: []Flow{{Func: "m.main", Nodes: c.nodes}, helper, circle}}
		got := "no way"
		if ways := Programs([]*Package{p})[0].Ways; len(ways) > 0 {
			var took []string
			for _, step := range ways[0].Steps {
				took = append(took, step.Took.String())
			}
			got = fmt.Sprintf("%s: %s", ways[0].Total, strings.Join(took, " "))
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestSignals reads what manifests call signals.
func TestSignals(t *testing.T) {
	for text, want := range map[string]int64{"SIGTERM": 15, "term": 15, "15": 15, `"SIGQUIT"`: 3, "SIGRTMIN+3": 37, "RTMIN": 34, "99": 0, "$SIGNAL": 0, "": 0} {
		got, ok := SignalNumber(text)
		if ok != (want > 0) || ok && got != want {
			t.Errorf("%q is %d, %t, want %d", text, got, ok, want)
		}
	}
}
