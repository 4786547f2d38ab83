// Command anew defers a save that removes the old file and writes another.
package main

import (
	"encoding/json"
	"log"
	"os"
)

type seen struct{ Tag string }

// save makes room for the new file.
func (s *seen) save(name string) error {
	os.Remove(name)
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return json.NewEncoder(f).Encode(s)
}

// main is silent: what is skipped removes nothing for good.
func main() {
	s := &seen{}
	defer s.save("seen.json")
	if err := ask(s); err != nil {
		log.Fatal(err)
	}
}

func ask(s *seen) error {
	s.Tag = "1"
	return nil
}
