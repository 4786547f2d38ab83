// Package firstofmany asks many and takes the first answer.
package firstofmany

import "context"

func fastest(ask []func() string) string {
	answers := make(chan string)
	for _, one := range ask {
		go func() {
			answers <- one() // want `goroutine blocks for ever on the send to answers.*\[goroutineleak/blocked-send\]`
		}()
	}
	return <-answers
}

func fastestWithin(ctx context.Context, ask []func() string) (string, error) {
	answers := make(chan string)
	for _, one := range ask {
		go func() {
			answers <- one() // want `goroutine blocks for ever on the send to answers.*\[goroutineleak/blocked-send\]`
		}()
	}
	select {
	case a := <-answers:
		return a, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
