// Package bench compares, in one run, go vet with shutdownlint as its tool against go vet with a tool that does nothing, which is what the go
// command itself costs. It has no code of its own; run
//
//	go test ./internal/driver/bench -bench=Vet -benchtime=1x -rounds=3 -dir=/path/to/module
//
// and read the ratios. cold starts with no results of the tool but with compiled packages; warm changes nothing; leaf edits a file of a main
// package; central adds a function to the file named by -central. -bench=Packages compares, package by package, the tool's processor time with that of
// reading and type-checking alone.
package bench
