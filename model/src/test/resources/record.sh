#!/bin/sh
# Runs a target, and keeps what goes in and out: record.sh FOLDER COMMAND...
folder=$1
shift
tee "$folder/requests" | "$@" | tee "$folder/responses"
