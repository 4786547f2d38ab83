package basic

// Counter keeps its state in a channel: whoever has taken it puts it back.
type Counter struct {
	state chan int
	idle  chan int
}

// Add counts up, unless the counter is closed.
func (c *Counter) Add() bool {
	select {
	case n, ok := <-c.state:
		if !ok {
			return false
		}
		c.state <- n + 1 // silent: nobody closes what has been taken
	case n := <-c.idle:
		c.state <- n + 1
	}
	return true
}

// Close ends the counter when nobody counts.
func (c *Counter) Close() {
	<-c.idle
	close(c.state)
}
