// Command restock reads what has arrived, a line for each article, and writes it to the stock.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"

	"example.com/samples/apps/shop/good/internal/config"
	"example.com/samples/apps/shop/good/internal/exit"
	"example.com/samples/apps/shop/good/internal/store"
)

func main() {
	exit.Check("restock", run(context.Background(), config.Load()))
}

func run(ctx context.Context, cfg config.Config) (err error) {
	db, err := store.Open(ctx, cfg.Database)
	if err != nil {
		return err
	}
	defer db.Close(ctx)
	journal, err := store.OpenJournal(cfg.Journal)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, journal.Close()) }()

	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var article string
		var pieces int
		if _, err := fmt.Sscan(lines.Text(), &article, &pieces); err != nil {
			journal.Note("skipped %q", lines.Text())
			continue
		}
		if err := db.Restock(ctx, article, pieces); err != nil {
			return err
		}
		journal.Note("restocked %s %d", article, pieces)
	}
	return lines.Err()
}
