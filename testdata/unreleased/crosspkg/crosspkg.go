// Package crosspkg starts workers of another package.
package crosspkg

import (
	"database/sql"

	"example.com/samples/unreleased/crosspkg/lib"
)

// Processor runs a worker.
type Processor struct{}

func (p *Processor) Start() error {
	w := lib.NewWorker() // want `what lib.NewWorker makes is started and then out of reach: nothing can call its Stop \[unreleased/resource\]`
	w.Register("orders")
	return w.Start()
}

// Count opens a pool of connections for one query.
func Count(dsn string) (n int, err error) {
	db, err := sql.Open("pgx", dsn) // want `sql.Open opens a client in each call and nothing calls its Close \[unreleased/resource\]`
	if err != nil {
		return 0, err
	}
	err = db.QueryRow("select count(*) from orders").Scan(&n)
	return n, err
}
