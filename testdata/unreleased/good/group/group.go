// Package group leaves the groups that it reads as, or reads as a member of none.
package group

import (
	"context"
	"sync"

	"github.com/segmentio/kafka-go"
	"github.com/twmb/franz-go/pkg/kgo"
)

// Consumer reads until it is stopped, and then leaves the group.
type Consumer struct {
	r    *kafka.Reader
	stop context.CancelFunc
	wg   sync.WaitGroup
}

func NewConsumer(broker string) *Consumer {
	return &Consumer{r: kafka.NewReader(kafka.ReaderConfig{Brokers: []string{broker}, GroupID: "bills"})}
}

func (c *Consumer) Start() {
	ctx, cancel := context.WithCancel(context.Background())
	c.stop = cancel
	c.wg.Go(func() {
		for {
			if _, err := c.r.ReadMessage(ctx); err != nil {
				return
			}
		}
	})
}

func (c *Consumer) Stop() {
	c.stop()
	c.wg.Wait()
	c.r.Close()
}

// Poller reads what there is, alone: nobody waits for its place.
type Poller struct {
	c    *kgo.Client
	done chan struct{}
}

func NewPoller(broker string) (*Poller, error) {
	c, err := kgo.NewClient(kgo.SeedBrokers(broker))
	if err != nil {
		return nil, err
	}
	return &Poller{c, make(chan struct{})}, nil
}

func (p *Poller) Poll(ctx context.Context) kgo.Fetches { return p.c.PollFetches(ctx) }

func (p *Poller) Close() { close(p.done) }
