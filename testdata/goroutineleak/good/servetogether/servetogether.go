// Package servetogether ends with the first of its servers that ends. ntfy has this form (binwiederhier/ntfy 05c56f00).
package servetogether

import "net/http"

// Run serves on both addresses.
func Run(h http.Handler, plain, secret string) error {
	failed := make(chan error)
	go func() { failed <- http.ListenAndServe(plain, h) }()
	go func() { failed <- http.ListenAndServeTLS(secret, "cert.pem", "key.pem", h) }()
	return <-failed
}
