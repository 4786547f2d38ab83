package findings

import "net/http/httptest"

// Record keeps an answer, as programs do.
func Record() *httptest.ResponseRecorder {
	find("loud") // want `^found \[demo/loud\]$`
	return httptest.NewRecorder()
}
