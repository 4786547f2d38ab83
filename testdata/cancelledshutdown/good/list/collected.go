package main

import (
	"maps"
	"slices"
)

// sortedPorts hands an iterator on to a function that is not described: nothing runs for its elements here.
func sortedPorts(ports map[string]int) []int { return slices.Sorted(maps.Values(ports)) }
