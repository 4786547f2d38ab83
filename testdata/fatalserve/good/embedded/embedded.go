// Package embedded keeps a server of another package to itself.
package embedded

import (
	"log"

	"example.com/samples/fatalserve/good/embedded/metrics"
)

// Controller controls.
type Controller struct{ metrics *metrics.Server }

// New returns a controller.
func New() *Controller { return &Controller{metrics: metrics.New(":9090")} }

// Run is silent: nobody can stop the server of the controller but this package, and it does not.
func (c *Controller) Run(work func()) {
	go func() { check(c.metrics.ListenAndServe()) }()
	work()
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
