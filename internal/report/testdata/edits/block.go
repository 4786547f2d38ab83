package edits

import (
	"fmt"
	"os"

	"example.com/report/edits/other"
)

func inBlock() {
	other.Do()
	fmt.Println(os.Args)
	find("bound") // want `found`
}

func taken() {
	context := 1
	find("bound", context) // want `found`
}
