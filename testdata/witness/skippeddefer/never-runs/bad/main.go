// Command bad never comes to what it defers.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"time"
)

func main() {
	f, err := os.Create("journal.txt")
	if err != nil {
		log.Fatal(err)
	}
	journal := bufio.NewWriter(f)
	defer journal.Flush() // want `\[skippeddefer/never-runs\]`
	for n := range 1000 {
		fmt.Fprintln(journal, "order", n)
	}
	log.Print("started")
	for {
		time.Sleep(time.Minute)
		fmt.Fprintln(journal, "a minute has passed")
	}
}
