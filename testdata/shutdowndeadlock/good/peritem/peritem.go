// Package peritem counts what is in work and not who works.
package peritem

import "sync"

// walk visits all that can be reached, each thing once.
func walk(first []string, next func(string) []string) int {
	todo := make(chan string)
	seen := map[string]bool{}
	var open sync.WaitGroup
	go func() {
		for s := range todo {
			if seen[s] {
				open.Done()
				continue
			}
			seen[s] = true
			go func() {
				defer open.Done()
				for _, n := range next(s) {
					open.Add(1)
					todo <- n
				}
			}()
		}
	}()
	for _, s := range first {
		open.Add(1)
		todo <- s
	}
	open.Wait()
	close(todo)
	return len(seen)
}
