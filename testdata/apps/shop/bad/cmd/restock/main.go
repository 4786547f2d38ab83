// Command restock reads what has arrived, a line for each article, and writes it to the stock.
package main

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"example.com/samples/apps/shop/bad/internal/config"
	"example.com/samples/apps/shop/bad/internal/exit"
	"example.com/samples/apps/shop/bad/internal/store"
)

func main() {
	ctx := context.Background()
	cfg := config.Load()
	db, err := store.Open(ctx, cfg.Database)
	exit.Check("store", err)
	defer db.Close(ctx)
	journal, err := store.OpenJournal(cfg.Journal)
	exit.Check("journal", err)
	defer journal.Close()

	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var article string
		var pieces int
		if _, err := fmt.Sscan(lines.Text(), &article, &pieces); err != nil {
			journal.Note("skipped %q", lines.Text())
			continue
		}
		exit.Check("restock", db.Restock(ctx, article, pieces))
		journal.Note("restocked %s %d", article, pieces)
	}
	exit.Check("read", lines.Err()) // want `\[skippeddefer/exit\]`
}
