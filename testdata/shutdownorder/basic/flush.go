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
	w := bufio.NewWriter(f)
	defer w.Flush() // want `^w\.Flush comes after f\.Close \(line 24\), so what the buffer holds is lost \[shutdownorder/close-before-flush\]$`
	defer f.Close()
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
	f.Close()
	z.Close() // want `z\.Close comes after f\.Close \(line 38\), so what the buffer holds is lost`
	return err
}

func reload(ctx context.Context, again <-chan struct{}, listen func() (net.Listener, error)) error {
	srv := &http.Server{Handler: http.NotFoundHandler()}
	for {
		l, err := listen()
		if err != nil {
			return err
		}
		go srv.Serve(l) // want `^srv\.Serve returns at once, because srv\.Shutdown at line 56 has stopped this server \[shutdownorder/reused-server\]$`
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
	var wg sync.WaitGroup
	defer wg.Wait()
	defer lock.Unlock() // want `^lock\.Unlock gives up the lock before wg\.Wait \(line 68\) has waited for the work \[shutdownorder/lock-before-work\]$`
	wg.Go(func() { work(ctx) })
	<-ctx.Done()
	return nil
}
