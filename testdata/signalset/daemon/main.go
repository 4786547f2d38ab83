// Command daemon leaves its signals to the package of its server.
package main

import "example.com/samples/signalset/daemon/server"

func main() {
	s := &server.Server{}
	s.Start()
	select {}
}
