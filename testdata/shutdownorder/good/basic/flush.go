package basic

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"sync"

	"github.com/gofrs/flock"
)

func writeLines(name string, lines []string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	defer w.Flush()
	for _, l := range lines {
		fmt.Fprintln(w, l)
	}
	return nil
}

func compress(name string, r io.Reader) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	z := gzip.NewWriter(f)
	_, err = io.Copy(z, r)
	z.Close()
	f.Close()
	return err
}

func reload(ctx context.Context, again <-chan struct{}, listen func() (net.Listener, error)) error {
	for {
		srv := &http.Server{Handler: http.NotFoundHandler()}
		l, err := listen()
		if err != nil {
			return err
		}
		go srv.Serve(l)
		select {
		case <-ctx.Done():
			return srv.Shutdown(context.WithoutCancel(ctx))
		case <-again:
		}
		if err := srv.Shutdown(context.WithoutCancel(ctx)); err != nil {
			return err
		}
	}
}

func runAlone(ctx context.Context, work func(context.Context)) error {
	lock := flock.New("/run/app.lock")
	if err := lock.Lock(); err != nil {
		return err
	}
	defer lock.Unlock()
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Go(func() { work(ctx) })
	<-ctx.Done()
	return nil
}
