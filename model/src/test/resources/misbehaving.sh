#!/bin/sh
# A target that answers one fixed session right, but for what it is told to do wrong, and where:
#   misbehaving.sh STAGE WRONG
# The session: initialize, reset, port_create, T1 in port_wait, blocked, port_queue, blocked, reset, shutdown.
stage=$1
wrong=$2

say() { printf '%s\n' "$1"; }
result() { say "{\"jsonrpc\":\"2.0\",\"id\":$1,\"result\":$2}"; }
stay() { exec sleep 86399; }
ok='{"status":0}'

do_wrong() {
  case $wrong in
    exits) exit 3 ;;
    hangs) stay ;;
    spins) while :; do :; done ;;
    is-slow) sleep 86399 ;;
    talks) say 'debug: here we are' ;;
    empty-line) say '' ;;
    array) say '[]' ;;
    deep) printf '%03000d\n' 0 | tr 0 '[' ;;
    not-text) printf '\377\376\n' ;;
    endless-line) while :; do printf '%01000d' 0; done ;;
    half-a-line) printf '{"jsonrpc":"2.0",'; exit 0 ;;
    old-version) say "{\"jsonrpc\":\"1.0\",\"id\":$1,\"result\":$ok}" ;;
    no-result) say "{\"jsonrpc\":\"2.0\",\"id\":$1}" ;;
    other-id) result 4711 "$ok" ;;
    text-as-id) result "\"$1\"" "$ok" ;;
    fraction-as-id) result "$1.5" "$ok" ;;
    twice) result "$1" "$ok"; result "$1" "$ok" ;;
    unasked) result "$(($1 + 1))" '{}' ;;
    other-thread) result 4 "$ok" ;;
    wide-key) result 4 '{"status":0,"packet":{"type":0,"key":"18446744073709551616","status":0,"payload":"0"}}' ;;
    key-as-number) result 4 '{"status":0,"packet":{"type":0,"key":5,"status":0,"payload":"0"}}' ;;
    wide-status) result "$1" '{"status":2147483648}' ;;
    no-status) result "$1" '{}' ;;
    unknown-member) result "$1" '{"status":0,"remark":"fine"}' ;;
    member-twice) result "$1" '{"status":0,"status":0}' ;;
    no-handle) result "$1" "$ok" ;;
    floods) while :; do result 4711 "$ok"; done ;;
    floods-errors) while :; do echo noise >&2; done ;;
    complains) echo 'kernel panic: out of hope' >&2; exit 4 ;;
    throws) printf '%s\n' kernel.js:7 '^' '' 'Error: not yet' '    at ack' '    at main' '' 'Done' >&2; exit 1 ;;
    all-indented) printf '    at %s\n' a b >&2; exit 1 ;;
    closes-output) exec 1>&-; stay ;;
    error) say "{\"jsonrpc\":\"2.0\",\"id\":$1,\"error\":{\"code\":-32603,\"message\":\"cannot\"}}" ;;
    error-without-id) say '{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"what"}}' ;;
    segfaults) kill -SEGV $$ ;;
    leaves-a-child) sleep 86399 & exit 3 ;;
    other-protocol) result "$1" '{"protocol":2,"name":"x","calls":[],"features":[]}' ;;
    misspelt-call) result "$1" '{"protocol":1,"name":"x","calls":["port_wiat"],"features":[]}' ;;
    unknown-feature) result "$1" '{"protocol":1,"name":"x","calls":[],"features":["clairvoyance"]}' ;;
    unknown-call) result "$1" '{"protocol":1,"name":"x","calls":["port_destroy"],"features":[]}' ;;
    names-an-idle-thread) result "$1" '{"threads":["T1","T9"]}' ;;
    names-nobody) result "$1" '{"threads":[]}' ;;
    names-who-returned) result 4 '{"status":-21}'; result "$1" '{"threads":["T1"]}' ;;
    takes-it-back) result "$1" '{"threads":["T1"]}'; result 4 '{"status":-21}' ;;
    child-stays) sleep 86399 >/dev/null 2>&1 & result "$1" '{}'; exit 0 ;;
    *) echo "misbehaving.sh: unknown: $wrong" >&2; exit 9 ;;
  esac
}

# One request is read and answered: request STAGE ID RESULT
request() {
  read -r line || exit 0
  if [ "$stage" = "$1" ]; then
    stage=
    do_wrong "$2"
  else
    result "$2" "$3"
  fi
}

if [ "$stage" = start ]; then do_wrong 0; fi
request initialize 1 '{"protocol":1,"name":"misbehaving","calls":["port_create","port_queue","port_wait"],"features":["blocked"]}'
request reset 2 '{}'
request port_create 3 '{"status":0,"handle":1}'
read -r line || exit 0 # port_wait is not answered yet
request blocked 5 '{"threads":["T1"]}'
request port_queue 6 "$ok"
result 4 '{"status":0,"packet":{"type":0,"key":"1","status":0,"payload":"2"}}'
request blocked-again 7 '{"threads":[]}'
request reset-again 8 '{}'
request shutdown 9 '{}'
