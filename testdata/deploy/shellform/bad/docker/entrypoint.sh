#!/bin/bash
start() {
	# want+1 warning shellform/script: the script runs server without exec
	/usr/bin/server "$@" | tee /var/log/server.log
}
start "$@"
