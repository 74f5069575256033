#!/bin/bash
# Unpacks the mail and web servers that tests and `make bench-delivery` use into build/tools, without installing them: Debian's
# packages start services, and some of them cannot be installed beside each other.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly out=build/tools
readonly -a packages=(
    postfix exim4-daemon-light libnss-wrapper nginx tinyproxy-bin msmtp libgsasl18 libntlm0 libsecret-1-0 libidn12 libgssglue1 libglib2.0-0 libicu72 libdb5.3 libnsl2)

wanted=(usr/sbin/smtp-sink usr/sbin/exim4 usr/lib/x86_64-linux-gnu/libnss_wrapper.so usr/sbin/nginx usr/bin/tinyproxy usr/bin/msmtp)
missing=0
for file in "${wanted[@]}"; do [[ -e $out/$file ]] || missing=1; done
if ((missing == 0)); then exit; fi
download() { (cd "$out/packages" && apt-get download "${packages[@]}" >/dev/null 2>&1); }
mkdir -p "$out/packages"
download || { apt-get update >/dev/null 2>&1 && download; } || {
    echo "apt-get could not download ${packages[*]}; run apt-get update as root, then try again." >&2
    exit 1
}
for package in "$out"/packages/*.deb; do dpkg -x "$package" "$out"; done
rm -r "$out/packages"
