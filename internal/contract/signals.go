package contract

import (
	"strconv"
	"strings"
)

// signals are the numbers that Linux gives the signals that programs are sent on purpose.
var signals = map[string]int64{
	"SIGHUP": 1, "SIGINT": 2, "SIGQUIT": 3, "SIGABRT": 6, "SIGKILL": 9, "SIGUSR1": 10, "SIGSEGV": 11, "SIGUSR2": 12, "SIGPIPE": 13, "SIGALRM": 14,
	"SIGTERM": 15, "SIGCHLD": 17, "SIGCONT": 18, "SIGSTOP": 19, "SIGTSTP": 20, "SIGWINCH": 28,
}

// SignalName is how people call a signal.
func SignalName(number int64) string {
	for name, n := range signals {
		if n == number {
			return name
		}
	}
	return "signal " + strconv.FormatInt(number, 10)
}

// SignalNumber reads a signal as manifests name it: SIGTERM, TERM, 15, SIGRTMIN+3. It is false for what it does not know.
func SignalNumber(text string) (int64, bool) {
	text = strings.ToUpper(strings.Trim(strings.TrimSpace(text), `"'`))
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return n, n > 0 && n < 65
	}
	if !strings.HasPrefix(text, "SIG") {
		text = "SIG" + text
	}
	if rest, ok := strings.CutPrefix(text, "SIGRTMIN"); ok {
		const first = 34
		n, err := strconv.ParseInt("0"+strings.TrimPrefix(rest, "+"), 10, 64)
		return first + n, err == nil
	}
	n, ok := signals[text]
	return n, ok
}
