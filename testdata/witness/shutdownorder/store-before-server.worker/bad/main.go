// Command bad closes its database before its worker.
package main

import (
	"database/sql"
	"fmt"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	_ "github.com/proullon/ramsql/driver" // keeps its tables in memory
)

// recorder writes what it gets to a database.
type recorder struct {
	db   *sql.DB
	in   chan string
	quit chan struct{}
	wg   sync.WaitGroup
}

func (r *recorder) start() {
	r.wg.Go(func() {
		for {
			select {
			case goods := <-r.in:
				r.record(goods)
			case <-r.quit:
				return
			}
		}
	})
}

func (r *recorder) record(goods string) {
	fmt.Println("at work on", goods)
	time.Sleep(time.Second) // weighs them
	if _, err := r.db.Exec("INSERT INTO sales (goods) VALUES (?)", goods); err != nil {
		log.Print(err)
		os.WriteFile("lost.txt", []byte(goods+"\n"), 0o600)
	}
}

func (r *recorder) stop() {
	close(r.quit)
	r.db.Close() // want `\[shutdownorder/store-before-server\]`
	r.wg.Wait()
}

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	db, err := sql.Open("ramsql", "shop")
	if err != nil {
		log.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE sales (goods TEXT)"); err != nil {
		log.Fatal(err)
	}
	r := &recorder{db: db, in: make(chan string), quit: make(chan struct{})}
	r.start()
	r.in <- "eggs"
	<-stop
	r.stop()
}
