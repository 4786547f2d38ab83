// Package app runs until it is told to end.
package app

import "time"

var quits bool

// Quit lets Run end.
func Quit() { quits = true }

// Run works.
func Run() {
	for !quits {
		time.Sleep(time.Second)
	}
}
