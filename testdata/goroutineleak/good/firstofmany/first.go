// Package firstofmany asks many and takes the first answer, and lets the others go.
package firstofmany

import "context"

func fastest(ask []func() string) string {
	answers := make(chan string, len(ask))
	for _, one := range ask {
		go func() { answers <- one() }()
	}
	return <-answers
}

func fastestWithin(ctx context.Context, ask []func() string) (string, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	answers := make(chan string)
	for _, one := range ask {
		go func() {
			select {
			case answers <- one():
			case <-ctx.Done():
			}
		}()
	}
	select {
	case a := <-answers:
		return a, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// all takes every answer.
func all(ask []func() string) []string {
	answers := make(chan string)
	for _, one := range ask {
		go func() { answers <- one() }()
	}
	var taken []string
	for range ask {
		taken = append(taken, <-answers)
	}
	return taken
}

// holder has one that answers, of all that are asked.
func holder(ask []func() bool) int {
	found := make(chan int)
	for i, one := range ask {
		go func() {
			if one() {
				found <- i
			}
		}()
	}
	return <-found
}

// each takes the answer of one before it asks the next.
func each(ask []func() string) (taken []string) {
	for _, one := range ask {
		answers := make(chan string)
		go func() { answers <- one() }()
		taken = append(taken, <-answers)
	}
	return taken
}
