// Command good always gets an answer.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	log.Print("eggs: ", stock())
	<-stop
}

func stock() string {
	answer := make(chan string)
	go func() {
		text, err := os.ReadFile("stock.txt")
		if err != nil {
			log.Print("no stock: ", err)
			text = []byte("none")
		}
		answer <- string(text)
	}()
	return <-answer
}
