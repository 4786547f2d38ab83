// Command deferredexit defers its exit first, so that it runs last.
package main

import "os"

func main() {
	code := 0
	defer func() { os.Exit(code) }()
	if err := os.WriteFile("app.pid", nil, 0o600); err != nil {
		code = 1
		return
	}
	defer os.Remove("app.pid")
	code = work()
}

func work() int { return 0 }
