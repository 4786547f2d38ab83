package leftsender

import (
	"bufio"
	"net"
)

// Client ends by a send to its loop, which has left when the connection is lost.
type Client struct {
	conn  net.Conn
	stop  chan struct{}
	lines chan string
}

// Dial connects.
func Dial(addr string) (*Client, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	c := &Client{conn: conn, stop: make(chan struct{}), lines: make(chan string, 1)}
	go c.read()
	go c.loop()
	return c, nil
}

func (c *Client) loop() {
	for {
		select {
		case <-c.stop:
			c.conn.Close()
			return
		case line, ok := <-c.lines:
			if !ok {
				return
			}
			println(line)
		}
	}
}

func (c *Client) read() {
	defer close(c.lines)
	for s := bufio.NewScanner(c.conn); s.Scan(); {
		c.lines <- s.Text()
	}
}

// Close never returns once the connection is lost.
func (c *Client) Close() {
	c.stop <- struct{}{} // want `blocks for ever on the send to c.stop once the loop of line 30 has left on c.lines`
}
