package bound

import "context"

type server struct{ inner *server }

func (*server) Shutdown(ctx context.Context) error { return nil }

func statement(srv *server) {
	srv.Shutdown(context.Background()) // want `found`
}

func inIf(s *server, ctx context.Context) error {
	if err := s.inner.Shutdown(ctx); err != nil { // want `found`
		return err
	}
	return nil
}

func inReturn(s *server) func() error {
	return func() error { return s.Shutdown(context.TODO()) } // want `found`
}

func inCase(s *server, on bool, ctx context.Context) {
	switch {
	case on:
		s.Shutdown(ctx) // want `found`
	}
}

func deferred(s *server) {
	defer s.Shutdown(context.Background()) // want `found`
}

func inGoroutine(s *server) {
	go s.Shutdown(context.Background()) // want `found`
}

func twice(a, b struct{ srv *server }) {
	a.srv.Shutdown(context.Background()) // want `found`
	b.srv.Shutdown(context.Background()) // want `found`
}

func taken(srv *server, srvCtx int) {
	srv.Shutdown(context.Background()) // want `found`
}

func repeated(s *server) {
	for s.Shutdown(context.Background()) != nil { // want `found`
	}
}

func afterInit(s *server) {
	if ctx := context.Background(); s.Shutdown(ctx) != nil { // want `found`
		return
	}
}

func elseIf(s *server, on bool) {
	if on {
		return
	} else if err := s.Shutdown(context.Background()); err != nil { // want `found`
		return
	}
}

func inCaseExpression(s *server, err error) {
	switch err {
	case s.Shutdown(context.Background()): // want `found`
	}
}
