// Command unwritten fails before it has written.
package main

import (
	"bufio"
	"io"
	"log"
	"net/http"
	"os"
)

func main() {
	fetch("names.txt")
}

// fetch is silent: the buffer is empty when there is nothing to fetch.
func fetch(name string) {
	f, err := os.Create(name)
	check(err)
	w := bufio.NewWriter(f)
	defer w.Flush()
	resp, err := http.Get("http://localhost/names")
	check(err)
	if _, err := io.Copy(w, resp.Body); err != nil {
		log.Print(err)
	}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
