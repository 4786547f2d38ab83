// Command bad gives up its lock while it works.
package main

import (
	"context"
	"errors"
	"io/fs"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/gofrs/flock"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	log.Print("waits for the lock")
	lock := flock.New("stock.lock")
	if err := lock.Lock(); err != nil {
		return err
	}
	var wg sync.WaitGroup
	defer wg.Wait()
	defer lock.Unlock() // want `\[shutdownorder/lock-before-work\]`
	wg.Go(func() { count(ctx) })
	<-ctx.Done()
	return nil
}

// count counts the goods. When it is told to stop it comes to the end of a shelf, and the goods on it must not be moved until then.
func count(ctx context.Context) {
	f, err := os.OpenFile("shelf.txt", os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		err = os.WriteFile("both.txt", []byte("two count the same shelf\n"), 0o600)
	}
	if err != nil {
		log.Print(err)
	}
	log.Print("at work")
	for ctx.Err() == nil {
		time.Sleep(20 * time.Millisecond)
	}
	time.Sleep(3 * time.Second)
	f.Close()
	os.Remove("shelf.txt")
}
