// Command deferredexit exits with a status in a deferred call that runs before its clean-up.
package main

import "os"

func main() {
	code := 0
	if err := os.WriteFile("app.pid", nil, 0o600); err != nil {
		os.Exit(1)
	}
	defer os.Remove("app.pid")
	defer func() { os.Exit(code) }() // want `the deferred .* skips the deferred os.Remove.*\[skippeddefer/deferred-exit\]`
	code = work()
}

func work() int { return 0 }
