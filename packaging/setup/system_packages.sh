#!/bin/sh
# Installs packages of the system where that needs no question (Debian or Ubuntu, as root or with
# sudo that asks for no password); elsewhere prints the one command to run and fails.
#   usage: system_packages.sh PURPOSE PACKAGE...
set -eu
purpose=$1
shift

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root=sudo
else
    as_root=ask
fi

if ! command -v apt-get >/dev/null 2>&1; then
    printf '\n%s\n' "Missing for $purpose; on Debian the packages are called: $*" \
        "Install what your system calls them, then start again." >&2
    exit 1
fi
if [ "$as_root" = ask ]; then
    printf '\n%s\n\n    %s\n\n' "Missing for $purpose. Run this once, then start again:" \
        "sudo apt-get update && sudo apt-get install --no-install-recommends -y $*" >&2
    exit 1
fi

echo "Installing for $purpose: $*"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() {
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --no-install-recommends -y -q "$@" >"$log" 2>&1
}
# The lists of a fresh machine are empty or old: try with what is there, then with new ones.
if ! install "$@" && ! { $as_root apt-get update -q >"$log" 2>&1 && install "$@"; }; then
    tail -n 15 "$log" >&2
    printf '\n%s\n' "apt-get could not install: $*" "Install them by hand, then start again." >&2
    exit 1
fi
