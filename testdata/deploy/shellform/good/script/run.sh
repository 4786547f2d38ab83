#!/bin/sh
set -e
if [ "$1" = "migrate" ]; then
	exec api migrate
fi
exec api serve
