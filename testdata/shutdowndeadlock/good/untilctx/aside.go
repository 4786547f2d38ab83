package untilctx

import (
	"context"
	"errors"
	"net/http"
)

// RunAside waits for Serve while another goroutine waits for the end of the ctx.
func RunAside(ctx context.Context, srv *http.Server) error {
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }()
	select {
	case <-ctx.Done():
	case err := <-errs:
		return err
	}
	return errors.Join(srv.Close(), <-errs)
}

// RunToItsEnd serves until Serve fails, and tidies up.
func RunToItsEnd(srv *http.Server) error {
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }()
	err := <-errs
	return errors.Join(err, srv.Close())
}
