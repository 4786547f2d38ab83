package skippeddefer

import (
	"testing"

	"github.com/shutdownlint/shutdownlint/analysistest"
)

func Test(t *testing.T) { analysistest.Run(t, "../../testdata", Analyzer) }
