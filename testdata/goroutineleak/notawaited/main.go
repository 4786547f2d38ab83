// Command notawaited leaves while a goroutine still writes.
package main

import (
	"bufio"
	"context"
	"database/sql"
	"log"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	orders := make(chan string)
	go store(ctx, db, orders) // want `\[goroutineleak/not-awaited\]`

	f, err := os.Create("audit.log")
	if err != nil {
		log.Fatal(err)
	}
	go func() { // want `\[goroutineleak/not-awaited\]`
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

	<-ctx.Done()
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
