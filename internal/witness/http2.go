package witness

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"time"
)

// exchange is a request over HTTP/2 whose body is half sent.
type exchange struct {
	body   *io.PipeWriter
	rest   string
	cancel context.CancelFunc
	done   chan struct{} // closed when the response has begun, or there will be none
	resp   *http.Response
	err    error
}

// begin sends a request without TLS on a connection of its own, and half of its body.
func begin(ctx context.Context, addr, path string, header http.Header, first, rest string) (*exchange, error) {
	body, out := io.Pipe()
	ctx, cancel := context.WithCancel(ctx)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+addr+path, body)
	if err != nil {
		cancel()
		return nil, err
	}
	req.Header = header
	e := &exchange{body: out, rest: rest, cancel: cancel, done: make(chan struct{})}
	var protocols http.Protocols
	protocols.SetUnencryptedHTTP2(true)
	client := &http.Client{Transport: &http.Transport{Protocols: &protocols, ExpectContinueTimeout: time.Hour}}
	go func() {
		defer close(e.done)
		e.resp, e.err = client.Do(req)
		if e.err != nil {
			body.CloseWithError(e.err)
		}
	}()
	giveUp := time.AfterFunc(patience, cancel)
	defer giveUp.Stop()
	if _, err := io.WriteString(out, first); err != nil {
		cancel()
		return nil, err
	}
	return e, nil
}

// openUpload2 does over HTTP/2 what openUpload does.
func openUpload2(ctx context.Context, addr, path string) (*exchange, error) {
	runs := false // the transport sends the body when the server has asked for it
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{Got100Continue: func() { runs = true }})
	e, err := begin(ctx, addr, path, http.Header{"Expect": {"100-continue"}}, half, half)
	if err == nil && !runs {
		err = errors.New("the server has not asked for the body")
	}
	return e, err
}

// finish sends the rest and reads the answer.
func (e *exchange) finish() answer {
	defer e.cancel()
	giveUp := time.AfterFunc(patience, e.cancel)
	defer giveUp.Stop()
	io.WriteString(e.body, e.rest) // the response tells of errors
	e.body.Close()
	<-e.done
	if e.err != nil {
		return cut
	}
	defer e.resp.Body.Close() // read to its end
	if _, err := io.Copy(io.Discard, e.resp.Body); err != nil {
		return cut
	}
	status, grpc := e.resp.Trailer.Get("Grpc-Status"), e.resp.Header.Get("Content-Type") == "application/grpc"
	switch {
	case grpc && status == "":
		return cut // the server has not come to the end
	case e.resp.StatusCode/100 != 2, grpc && status != "0":
		return refused
	}
	return answered
}

// The harness speaks gRPC by hand: a request is a POST over HTTP/2 whose body is messages behind five bytes each. The empty message asks
// for the health of the whole server.
const health = "/grpc.health.v1.Health/"

var (
	empty      = string(make([]byte, 5))
	grpcHeader = http.Header{"Content-Type": {"application/grpc"}, "Te": {"trailers"}}
)

// openCall begins a call with an empty message, and returns when the server has answered with another. It ends when the client has no more to say.
func openCall(ctx context.Context, addr, path string) (*exchange, error) {
	e, err := begin(ctx, addr, path, grpcHeader.Clone(), empty, "")
	if err != nil {
		return nil, err
	}
	giveUp := time.AfterFunc(patience, e.cancel)
	defer giveUp.Stop()
	if <-e.done; e.err != nil {
		return nil, e.err
	}
	if _, err := io.ReadFull(e.resp.Body, make([]byte, len(empty))); err != nil {
		return nil, fmt.Errorf("call: %w, status %s", err, e.resp.Header.Get("Grpc-Status"))
	}
	return e, nil
}

// callHealth calls a method of the health service and returns the body, of which the first message has come.
func callHealth(ctx context.Context, addr, method string) (io.Closer, error) {
	var protocols http.Protocols
	protocols.SetUnencryptedHTTP2(true)
	client := &http.Client{Transport: &http.Transport{Protocols: &protocols}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+addr+health+method, bytes.NewReader([]byte(empty)))
	if err != nil {
		return nil, err
	}
	req.Header = grpcHeader.Clone()
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	if _, err := io.ReadFull(resp.Body, make([]byte, len(empty))); err != nil {
		return nil, errors.Join(err, resp.Body.Close())
	}
	return resp.Body, nil
}
