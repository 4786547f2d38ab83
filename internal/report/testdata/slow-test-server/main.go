// Command slow-test-server is a server that tests are run against.
package main

func find(category string, args ...any) {}

func main() {
	find("loud")
}
