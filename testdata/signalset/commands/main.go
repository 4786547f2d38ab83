// Command commands has its commands in another package.
package main

import "example.com/samples/signalset/commands/command"

func main() { command.Execute() } // want `takes SIGINT but not SIGTERM.*\[signalset/no-sigterm\]`
