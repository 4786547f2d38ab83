// Package crosspkg starts and stops workers of another package.
package crosspkg

import (
	"database/sql"

	"example.com/samples/unreleased/good/crosspkg/lib"
)

type Processor struct{ w lib.Worker }

func (p *Processor) Start() error {
	p.w = lib.NewWorker()
	p.w.Register("orders")
	return p.w.Start()
}

func (p *Processor) Stop() { p.w.Stop() }

func Count(dsn string) (n int, err error) {
	db, err := sql.Open("pgx", dsn)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	err = db.QueryRow("select count(*) from orders").Scan(&n)
	return n, err
}

// Run leaves the worker to its caller.
func Run() (lib.Worker, error) {
	w := lib.NewWorker()
	return w, w.Start()
}

// Reader wraps the pool that its maker opens.
type Reader interface{ Count() (int, error) }

type reader struct{ *sql.DB }

func (r reader) Count() (n int, err error) {
	err = r.QueryRow("select count(*) from orders").Scan(&n)
	return n, err
}

func wrap(db *sql.DB) Reader { return reader{db} }

// OpenReader is silent: the pool lives on in what it returns.
func OpenReader(dsn string) (Reader, error) {
	db, err := sql.Open("pgx", dsn)
	if err != nil {
		return nil, err
	}
	return wrap(db), nil
}
