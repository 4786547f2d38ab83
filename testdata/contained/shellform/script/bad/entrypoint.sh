#!/bin/sh
set -e
echo "the shop opens"
shop
