// Command commands has its commands in another package.
package main

import "example.com/samples/signalset/good/commands/command"

func main() { command.Execute() }
