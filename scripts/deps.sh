#!/bin/bash
# Sees to it that everything is there that building and showing Shirube takes; with `test` also what only its tests need,
# with `pages`, `bench` or `backtest` what only those do.
#
# What is asked for is the thing, not the package, so that another package or another distribution may bring it
# too; only what is missing is installed. Swift itself is left to its owner.
set -euo pipefail

readonly minimum_swift=6.2
readonly purpose=${1:-build}

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# The Debian packages whose things are missing, one a line.
missing_packages() {
    have() { command -v "$1" >/dev/null 2>&1; }
    have git || echo git
    [[ -e /etc/ssl/certs/ca-certificates.crt ]] || echo ca-certificates
    # swift-crypto holds C++; Swift links with the start files of gcc.
    { [[ -d /usr/include/c++ ]] && compgen -G '/usr/lib/gcc/*/*/crtbeginS.o' >/dev/null; } || echo g++
    have pkg-config || echo pkg-config
    pkg-config --exists libcurl 2>/dev/null || echo libcurl4-openssl-dev
    pkg-config --exists xlsxwriter 2>/dev/null || echo libxlsxwriter-dev
    pkg-config --exists zlib 2>/dev/null || echo zlib1g-dev
    pkg-config --exists sqlite3 2>/dev/null || echo libsqlite3-dev
    # What charts are drawn with, which is loaded only then; and a font with Japanese characters.
    [[ $(ldconfig -p 2>/dev/null || /sbin/ldconfig -p) == *librsvg-2.so.2* ]] || echo librsvg2-2
    have fc-list || echo fontconfig
    [[ -n $(fc-list ':lang=ja:charset=6a19 82eb 9d61 3042' family 2>/dev/null) ]] || echo fonts-noto-cjk
    # The tests' mail server runs under Debian's own Python, whatever else is in PATH.
    [[ -x /usr/bin/python3 ]] || echo python3
    /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || echo python3-aiosmtpd
    # The tests' TLS certificates, the check of the systemd unit, and the command that the unit reloads by.
    [[ -x /usr/bin/openssl ]] || echo openssl
    have systemd-analyze || echo systemd
    [[ -x /bin/kill ]] || echo procps
    case $purpose in
        bench)
            have sqlite3 || echo sqlite3
            /usr/bin/python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv ;;
        pages)
            [[ -x /usr/bin/chromium ]] || echo chromium
            [[ -x /usr/bin/chromedriver ]] || echo chromium-driver
            /usr/bin/python3 -c 'import selenium' 2>/dev/null || echo python3-selenium
            /usr/bin/python3 -c 'import pip' 2>/dev/null || echo python3-pip
            # Without it Japanese would be boxes.
            compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK*' >/dev/null || echo fonts-noto-cjk ;;
        backtest)
            /usr/bin/python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv ;;
        test)
            # The tests fill forms in and save them, as clerks do.
            /usr/bin/python3 -c 'import openpyxl' 2>/dev/null || echo python3-openpyxl
            # The published schema of messages is held against documents by another's validator.
            /usr/bin/python3 -c 'import jsonschema' 2>/dev/null || echo python3-jsonschema
            # A file server that can be made to hang; where nothing can be mounted, those tests are passed over.
            /usr/bin/python3 -c 'import fusepy' 2>/dev/null || echo python3-fusepy
            have fusermount3 || echo fuse3
            { have soffice && compgen -G '/usr/lib*/libreoffice/program/libsclo.so' >/dev/null; } \
                || echo libreoffice-calc-nogui ;;
    esac
}

# Runs a command as root, quietly unless it fails.
as_root() {
    local log
    log=$(mktemp)
    # shellcheck disable=SC2086 # the words of $root are words
    if ! $root env DEBIAN_FRONTEND=noninteractive "$@" >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

install_packages() {
    local -a packages=("$@")
    local command="apt-get install --no-install-recommends ${packages[*]}"
    if ! command -v apt-get >/dev/null 2>&1; then
        fail "These Debian packages, or what they bring, are missing: ${packages[*]}." \
            "This system has no apt-get: install their counterparts with its own tools, then try again."
    fi
    if [[ $EUID -eq 0 ]]; then
        root=
    elif ! command -v sudo >/dev/null 2>&1; then
        fail "These Debian packages are missing: ${packages[*]}." \
            "You are not root and there is no sudo. As root, type: $command"
    elif sudo -n true 2>/dev/null; then
        root='sudo -n'
    elif [[ -t 0 && -t 2 ]]; then
        root=sudo
        echo "These Debian packages are missing, and sudo may ask for your password: ${packages[*]}"
        sudo -v || fail "sudo was refused. As root, type: $command"
    else
        fail "These Debian packages are missing: ${packages[*]}." \
            "sudo wants a password, and there is no terminal to ask on. As root, type: $command"
    fi
    echo "installing Debian packages: ${packages[*]}"
    as_root apt-get update -q -o DPkg::Lock::Timeout=300 \
        || fail "apt-get could not fetch its lists (its words stand above): is the network there?" \
            "Once it is, type as root: $command"
    as_root apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 \
        "${packages[@]}" \
        || fail "apt-get could not install them (its words stand above). As root, type: $command"
}

check_swift() {
    local advice="Install Swift $minimum_swift or later as https://www.swift.org/install/linux/ says, and try again."
    command -v swift >/dev/null 2>&1 \
        || fail "There is no swift in PATH, nor in /opt/swift/usr/bin. $advice"
    local answer version
    answer=$(swift --version 2>&1) \
        || fail "$answer" "swift does not run (its words stand above): a library that it needs may be missing. $advice"
    version=$(grep -oE 'Swift version [0-9]+\.[0-9]+' <<<"$answer" | grep -oE '[0-9.]+$' | head -n 1) \
        || fail "swift does not tell its version but: $answer" "$advice"
    if [[ $(printf '%s\n' "$minimum_swift" "$version" | sort -V | head -n 1) != "$minimum_swift" ]]; then
        fail "The swift in PATH ($(command -v swift)) is version $version. $advice"
    fi
}

root=
mapfile -t packages < <(missing_packages)
if ((${#packages[@]})); then
    install_packages "${packages[@]}"
    mapfile -t packages < <(missing_packages)
    if ((${#packages[@]})); then
        fail "Still missing after their installation: ${packages[*]}." \
            "Another version of them may be in the way; type: apt-get install --reinstall ${packages[*]}"
    fi
fi
check_swift
