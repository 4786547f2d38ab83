#!/bin/sh
# Nothing starts a container with it.
protoc-gen-api ./api
