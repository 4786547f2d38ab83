// Package worker does what is to be done from time to time.
package worker

import (
	"context"
	"log/slog"

	"github.com/robfig/cron/v3"

	"example.com/samples/apps/shop/bad/internal/store"
)

// Mailer sends a mail for each order.
type Mailer struct {
	cron    *cron.Cron
	store   *store.Store
	journal *store.Journal
}

// NewMailer returns a mailer.
func NewMailer(s *store.Store, j *store.Journal) *Mailer {
	m := &Mailer{cron: cron.New(), store: s, journal: j}
	m.cron.AddFunc("@every 1m", m.send)
	return m
}

// Start begins to send.
func (m *Mailer) Start() { m.cron.Start() }

// Stop waits for the mails that are being sent.
func (m *Mailer) Stop(context.Context) error {
	m.cron.Stop() // want `\[unawaitedshutdown/stop-result-dropped\]`
	return nil
}

func (m *Mailer) send() {
	articles, err := m.store.Unsent(context.Background())
	if err != nil {
		slog.Error("orders", "err", err)
		return
	}
	for _, a := range articles {
		m.journal.Note("mailed %s", a)
	}
}
