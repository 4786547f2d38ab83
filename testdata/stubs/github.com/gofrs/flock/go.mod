module github.com/gofrs/flock
