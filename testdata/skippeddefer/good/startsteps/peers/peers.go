// Package peers talks to the other members.
package peers

import (
	"net/http"
	"os/exec"
)

// Join becomes a member.
func Join(leader string) error {
	if err := exec.Command("ip", "route", "add", leader).Run(); err != nil {
		return err
	}
	return Announce(leader)
}

// Announce says that this member is up.
func Announce(leader string) error {
	resp, err := http.Get("http://" + leader + "/up")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Handler answers the other members.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("up")) })
}
