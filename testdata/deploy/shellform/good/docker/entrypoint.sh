#!/bin/bash
trap 'kill -TERM $pid' TERM
/usr/bin/server "$@" &
pid=$!
wait $pid
