// Command shop is what the containers of the witnesses run: a server that stops gracefully at SIGTERM and writes its ledger in the end.
package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"log"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	server := &http.Server{Handler: http.HandlerFunc(order), ReadHeaderTimeout: time.Second}
	go server.Serve(listener)
	fmt.Println("open at", listener.Addr())
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	if err := server.Shutdown(drain); err != nil {
		server.Close()
	}
	if err := closeLedger(); err != nil {
		log.Fatal(err)
	}
}

// entries is how much the ledger holds: orders that take long have many.
var entries atomic.Int64

// order takes as long as it says.
func order(w http.ResponseWriter, r *http.Request) {
	d, err := time.ParseDuration(r.FormValue("takes"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	entries.Add(d.Milliseconds() * 300)
	fmt.Println("order begun")
	time.Sleep(d)
	fmt.Fprintln(w, "done")
}

// closeLedger packs the ledger, which takes half a second if an order took 9 s, and says that it is complete.
func closeLedger() error {
	source := rand.New(rand.NewPCG(1, 2))
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	for range entries.Load() {
		if _, err := fmt.Fprintf(w, "%d", source.IntN(10)); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile("ledger.txt", []byte("complete\n"), 0o666)
}
