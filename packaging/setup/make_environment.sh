#!/bin/sh
# Makes the virtual environment with the first Python 3.11, 3.12 or 3.13 that runs.
#   usage: make_environment.sh VENV      PYTHON=... chooses the interpreter
set -eu
venv=$1

fail() {
    echo >&2
    printf '%s\n' "$@" >&2
    exit 1
}

suits() { # a launcher may stand on the path and still not run: try it
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' >/dev/null 2>&1
}

python=
if [ -n "${PYTHON:-}" ]; then
    suits "$PYTHON" || fail "PYTHON=$PYTHON is not a working Python 3.11, 3.12 or 3.13." \
        "Give the path of one, or leave PYTHON out."
    python=$PYTHON
else
    for candidate in python3.13 python3.12 python3.11 python3 python /usr/bin/python3; do
        if suits "$candidate"; then
            python=$candidate
            break
        fi
    done
fi
[ -n "$python" ] || fail "Xinqiao needs Python 3.11, 3.12 or 3.13, and none was found." \
    "Install one (on Debian 12 or newer: apt-get install python3 python3-venv), then start again."

if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    # Debian and Ubuntu keep these in a package of their own, named after the version.
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    "$(dirname "$0")/system_packages.sh" "making a virtual environment" "python$version-venv"
fi

echo "Making the environment in $venv with $("$python" --version) ..."
rm -rf "$venv"
"$python" -m venv "$venv" || {
    rm -rf "$venv"
    fail "The virtual environment could not be made." "See the message above; then start again."
}
