#!/bin/bash
# Checks a systemd unit as systemd itself would read it; a single complaint fails.
#
#   scripts/verify_unit.sh UNIT BINARY
#
# The program need not be installed: a copy of the unit is checked that names the built binary instead.
set -euo pipefail
unit=$1
binary=$2

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sed "s|/usr/bin/shirube|$binary|" "$unit" >"$folder/$(basename "$unit")"
name=$(basename "$unit")
code=0
words=$(systemd-analyze verify --man=no --recursive-errors=no "$folder/$name" 2>&1) || code=$?
# The host's own units may have faults of their own, which are not ours to mend.
own=$(grep -F "$name" <<<"$words" || true)
if ((code != 0)) || [[ -n $own ]]; then
    echo "$words" >&2
    echo "$unit: systemd has something to say against it (see above)" >&2
    exit 1
fi
echo "$unit: systemd has nothing to say against it"
