// Command lookedup ends before it has looked up what it is there for.
package main

import (
	"flag"
	"log"
	"os"
	"runtime/pprof"
)

var commands = map[string]func(args []string){"list": list}

func list(args []string) { log.Print(args) }

// main is silent: there is nothing to profile yet when the level is wrong.
func main() {
	level := flag.String("level", "info", "what is logged")
	flag.Parse()
	defer profile("cpu.out")()
	if *level != "info" {
		log.Fatalf("unknown level %q", *level)
	}
	if run, ok := commands[flag.Arg(0)]; ok {
		run(flag.Args()[1:])
	}
}

func profile(name string) func() {
	f, err := os.Create(name)
	if err != nil {
		log.Fatal(err)
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		log.Fatal(err)
	}
	return func() {
		pprof.StopCPUProfile()
		f.Close()
	}
}
