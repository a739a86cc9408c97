#!/bin/sh
# Writes packaging/locks/{build,run,dev}.txt: pinned, hashed packages, one set for Linux, macOS and
# Windows on Python 3.11 to 3.13. `build` is what builds packages from source, `run` what the app
# and the lexicon build need, `dev` that and the tools. The public index only, whatever this
# machine's own settings say.   usage: lock.sh VENV
set -eu
cd "$(dirname "$0")/../.."
venv=$1

uv=$venv/bin/uv
if [ ! -x "$uv" ]; then
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "uv>=0.9,<1"
fi

compile() {
    output=packaging/locks/$1
    shift
    echo "Locking $output ..."
    env -u UV_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS -u UV_INDEX_URL -u UV_DEFAULT_INDEX \
        "$uv" pip compile "$@" \
        --no-config --default-index https://pypi.org/simple \
        --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-annotate --quiet --upgrade \
        --custom-compile-command "make lock" --output-file "$output"
}

# Each set is chosen around the one before, so that installing one over another changes nothing.
compile build.txt packaging/locks/build.in
compile run.txt pyproject.toml --extra build --constraint packaging/locks/build.txt
compile dev.txt pyproject.toml --extra build --extra dev --constraint packaging/locks/run.txt \
    --constraint packaging/locks/build.txt
