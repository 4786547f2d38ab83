package findings

import (
	"net/http"
	"net/http/httptest"
)

// Check is run as a program against a server that it makes for this.
func Check() {
	srv := httptest.NewServer(http.NotFoundHandler())
	defer srv.Close()
	find("loud")
}
