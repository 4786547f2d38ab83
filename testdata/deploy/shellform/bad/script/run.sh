#!/bin/sh
set -e
if [ "$1" = "migrate" ]; then
	# want+1 error shellform/script: the script runs api without exec
	api migrate
else
	exec api serve
fi
