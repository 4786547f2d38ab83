# A single command takes the place of busybox's shell.
FROM alpine:3.22
CMD api -listen :8080
