// Package held has its handler in methods, members and actors.
package held

import (
	"bufio"
	"context"
	"net"
	"net/http"
	"net/rpc"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

// App serves until a signal comes.
type App struct {
	signals chan os.Signal
	srv     *http.Server
	client  *http.Client
	peer    *rpc.Client
}

// New returns an app.
func New(peer *rpc.Client) *App {
	a := &App{
		signals: make(chan os.Signal, 1),
		srv:     &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second},
		client:  &http.Client{},
		peer:    peer,
	}
	signal.Notify(a.signals, os.Interrupt, syscall.SIGTERM)
	return a
}

// Run asks through a client without a timeout.
func (a *App) Run() error {
	go a.srv.ListenAndServe()
	<-a.signals
	a.client.Head("http://registry.internal/leave") // want `\[blockingsighandler/blocking-io\]`
	return a.stop()
}

// RunPeer calls another process.
func (a *App) RunPeer() error {
	go a.srv.ListenAndServe()
	<-a.signals
	a.peer.Call("Registry.Leave", "me", nil) // want `\[blockingsighandler/blocking-io\]`
	return a.stop()
}

// RunStopped is silent: the server has been stopped when the client asks.
func (a *App) RunStopped() error {
	go a.srv.ListenAndServe()
	<-a.signals
	err := a.stop()
	a.client.Head("http://registry.internal/leave")
	return err
}

func (a *App) stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return a.srv.Shutdown(ctx)
}

// Member waits in a member of a group.
func Member(srv *http.Server) error {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	g, ctx := errgroup.WithContext(ctx)
	g.Go(srv.ListenAndServe)
	g.Go(func() error {
		<-ctx.Done()
		if c, err := net.Dial("tcp", "audit.internal:9000"); err == nil { // want `\[blockingsighandler/blocking-io\]`
			c.Close()
		}
		drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		return srv.Shutdown(drain)
	})
	return g.Wait()
}

// MemberBounded is silent: the dialer gives up after a second.
func MemberBounded(srv *http.Server) error {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	g, ctx := errgroup.WithContext(ctx)
	g.Go(srv.ListenAndServe)
	g.Go(func() error {
		<-ctx.Done()
		dialer := net.Dialer{Timeout: time.Second}
		if c, err := dialer.Dial("tcp", "audit.internal:9000"); err == nil {
			c.Close()
		}
		drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		return srv.Shutdown(drain)
	})
	return g.Wait()
}

// Confirm reads a line from the terminal.
func Confirm(srv *http.Server) error {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	<-stop
	os.Stdout.WriteString("press enter to stop\n")
	bufio.NewReader(os.Stdin).ReadString('\n') // missed: that the reader is on the terminal is not known
	return srv.Close()
}
