// Command crosspkg takes its signals in another package.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"example.com/samples/signalset/crosspkg/stop"
)

func main() {
	ctx, cancel := stop.Context() // want `\[signalset/no-sigterm\]`
	defer cancel()
	srv := &http.Server{Addr: ":8080"}
	go func() { log.Print(srv.ListenAndServe()) }()
	<-ctx.Done()
	limit, done := context.WithTimeout(context.Background(), 20*time.Second)
	defer done()
	srv.Shutdown(limit)
}
