// Command good gives the leadership back when it stops.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"k8s.io/client-go/tools/leaderelection"

	"example.com/witness/elections"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	time.AfterFunc(time.Second, func() { log.Print("has asked") })
	leaderelection.RunOrDie(ctx, leaderelection.LeaderElectionConfig{
		Lock:            elections.File("leader.json"),
		LeaseDuration:   30 * time.Second,
		RenewDeadline:   10 * time.Second,
		RetryPeriod:     100 * time.Millisecond,
		ReleaseOnCancel: true,
		Callbacks: leaderelection.LeaderCallbacks{
			OnStartedLeading: lead,
			OnStoppedLeading: func() {},
		},
	})
}

// lead does what only one process may do.
func lead(context.Context) {
	f, err := os.OpenFile("leaders.txt", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteString("a leader\n"); err != nil {
		log.Print(err)
	}
	log.Print("leads")
}
