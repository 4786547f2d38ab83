// Package scrapes asks a program for its metrics, as Prometheus does.
package scrapes

import (
	"bytes"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

// interval is the time between two scrapes. Prometheus itself takes seconds.
const interval = 10 * time.Millisecond

// Watch scrapes until nobody answers any more, and writes the line of a metric to the file whenever it is not the one of the scrape before.
// The channel is closed when it has ended.
func Watch(url, metric, file string) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		var before []byte
		for answered := false; ; time.Sleep(interval) {
			text, err := scrape(url)
			if err != nil && answered {
				return
			}
			answered = answered || err == nil
			if line := find(text, metric); line != nil && !bytes.Equal(line, before) {
				if err := add(file, line); err != nil {
					log.Print(err)
				}
				before = line
			}
		}
	}()
	return done
}

func scrape(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func find(text []byte, metric string) []byte {
	for line := range bytes.Lines(text) {
		if bytes.HasPrefix(line, []byte(metric+" ")) {
			return line
		}
	}
	return nil
}

func add(file string, line []byte) error {
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(line)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
