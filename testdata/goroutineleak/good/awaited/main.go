// Command awaited waits for the goroutines that write.
package main

import (
	"bufio"
	"context"
	"database/sql"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	orders := make(chan string)
	var wg sync.WaitGroup
	wg.Go(func() { store(ctx, db, orders) }) // silent: wg.Wait waits for it

	f, err := os.Create("audit.log")
	if err != nil {
		log.Fatal(err)
	}
	written := make(chan struct{})
	go func() { // silent: the channel is waited for
		defer close(written)
		w := bufio.NewWriter(f)
		defer w.Flush()
		for {
			select {
			case <-ctx.Done():
				return
			case o := <-orders:
				w.WriteString(o)
			}
		}
	}()

	go func() { // silent: nothing of what it does outlives the process
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Minute):
				log.Print("alive")
			}
		}
	}()

	<-ctx.Done()
	wg.Wait()
	<-written
}

func store(ctx context.Context, db *sql.DB, orders <-chan string) {
	for {
		select {
		case <-ctx.Done():
			return
		case o := <-orders:
			tx, err := db.Begin()
			if err != nil {
				log.Print(err)
				continue
			}
			if _, err := tx.Exec("insert into orders values ($1)", o); err != nil {
				tx.Rollback()
				continue
			}
			tx.Commit()
		}
	}
}
