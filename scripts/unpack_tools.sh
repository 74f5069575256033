#!/bin/bash
# Unpacks the mail and web servers that tests and `make bench-delivery` use into build/tools, without installing them: Debian's
# packages start services, and some of them cannot be installed beside each other.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly out=build/tools
readonly -a packages=(
    postfix nginx tinyproxy-bin msmtp libgsasl18 libntlm0 libsecret-1-0 libidn12 libgssglue1 libglib2.0-0 libicu72 libdb5.3 libnsl2)

if [[ -x $out/usr/sbin/smtp-sink && -x $out/usr/sbin/nginx && -x $out/usr/bin/tinyproxy && -x $out/usr/bin/msmtp ]]; then exit; fi
mkdir -p "$out/packages"
(cd "$out/packages" && apt-get download "${packages[@]}" >/dev/null 2>&1) || {
    echo "apt-get could not download ${packages[*]}; run apt-get update as root, then try again." >&2
    exit 1
}
for package in "$out"/packages/*.deb; do dpkg -x "$package" "$out"; done
rm -r "$out/packages"
