package witness

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// answer is what became of a request.
type answer string

const (
	answered answer = "answered"
	refused  answer = "refused"
	cut      answer = "cut"
)

// pending is a request that is open and can be completed.
type pending interface{ finish() answer }

// patience bounds each wait for an answer.
const patience = 15 * time.Second

// read reads one response.
func read(r *bufio.Reader) answer {
	resp, err := http.ReadResponse(r, nil)
	if err != nil {
		return cut
	}
	defer resp.Body.Close() // read to its end
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return cut
	}
	if resp.StatusCode/100 != 2 {
		return refused
	}
	return answered
}

// get sends a request and reads the answer.
func get(addr, path string) answer {
	conn, err := net.DialTimeout("tcp", addr, patience)
	if err != nil {
		return cut
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(patience))
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: witness\r\nConnection: close\r\n\r\n", path) // the read tells of errors
	return read(bufio.NewReader(conn))
}

// upload is a request whose body is half sent.
type upload struct {
	conn net.Conn
	in   *bufio.Reader
}

const half = "a dozen of eggs\n"

// openUpload begins a request. The handler runs when this returns: the server asks for a body when the handler reads it.
func openUpload(conn net.Conn, path string) (*upload, error) {
	conn.SetDeadline(time.Now().Add(patience))
	u := &upload{conn, bufio.NewReader(conn)}
	fmt.Fprintf(conn, "POST %s HTTP/1.1\r\nHost: witness\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n", path, 2*len(half))
	line, err := u.in.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("upload: %w", err)
	}
	if _, err := u.in.ReadString('\n'); err != nil || line != "HTTP/1.1 100 Continue\r\n" {
		return nil, fmt.Errorf("upload: %s %w", line, err)
	}
	_, err = io.WriteString(conn, half)
	return u, err
}

// finish sends the rest and reads the answer.
func (u *upload) finish() answer {
	u.conn.SetDeadline(time.Now().Add(patience))
	io.WriteString(u.conn, half) // the read tells of errors
	return read(u.in)
}

// openStream asks for a response that goes on, and returns when its body has begun.
func openStream(conn net.Conn, path string) error {
	conn.SetDeadline(time.Now().Add(patience))
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: witness\r\n\r\n", path)
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return fmt.Errorf("stream: %w", err)
	}
	// The body is not closed: that would read on.
	_, err = resp.Body.Read(make([]byte, 1))
	return err
}
