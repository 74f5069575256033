#!/bin/bash
# Runs a long command so that it shows life.
#
#   scripts/progress.sh WHAT LOG COMMAND…
#
# On a terminal the command draws its own counter. Elsewhere (CI) its output goes to LOG, its newest line is shown
# every 20 seconds, and the whole of it where the command fails.
set -euo pipefail
what=$1
log=$2
shift 2

if [[ -t 1 ]]; then
    exec "$@"
fi

mkdir -p "$(dirname "$log")"
"$@" >"$log" 2>&1 </dev/null &
pid=$!
trap 'kill "$pid" 2>/dev/null' INT TERM
shown=0
SECONDS=0
while kill -0 "$pid" 2>/dev/null; do
    sleep 0.5
    if ((SECONDS - shown >= 20)); then
        shown=$SECONDS
        newest=$(tail -c 400 "$log" | tr '\r' '\n' | grep -v '^$' | tail -n 1 | cut -c 1-90 || true)
        echo "$what, $SECONDS s: $newest"
    fi
done
if wait "$pid"; then
    echo "$what: done in $SECONDS s"
else
    code=$?
    cat "$log"
    echo "$what: failed after $SECONDS s; all it said stands above and in $log" >&2
    exit "$code"
fi
