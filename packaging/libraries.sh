#!/bin/sh
# Finds out which system libraries Qt lacks for the screen that is here now, at every run: a machine
# may get a screen later. On Debian as root they are installed; elsewhere it says which they are.
set -eu
cd "$(dirname "$0")/.."
[ "$(uname -s)" = Linux ] || exit 0

say() { printf '%s\n' "$*" >&2; }

# what Qt itself asks for: its widgets, and the plugin for the screen
wanted() {
    qt=$(echo .venv/lib/python3*/site-packages/PySide6/Qt)
    ldd "$qt"/lib/libQt6Widgets.so.6 "$qt"/lib/libQt6DBus.so.6
    [ -z "${DISPLAY:-}" ] || ldd "$qt"/plugins/platforms/libqxcb.so
    [ -z "${WAYLAND_DISPLAY:-}" ] || ldd "$qt"/plugins/platforms/libqwayland.so
}

missing=$(wanted 2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u)
[ -n "$missing" ] || exit 0

# the package in which Debian has a library
package() {
    case "$1" in
        libGL.so.1) echo libgl1 ;;
        libEGL.so.1) echo libegl1 ;;
        libOpenGL.so.0) echo libopengl0 ;;
        libfontconfig.so.1) echo libfontconfig1 ;;
        libfreetype.so.6) echo libfreetype6 ;;
        libdbus-1.so.3) echo libdbus-1-3 ;;
        libglib-2.0.so.0 | libgthread-2.0.so.0) echo libglib2.0-0 ;;
        libxkbcommon.so.0) echo libxkbcommon0 ;;
        libxkbcommon-x11.so.0) echo libxkbcommon-x11-0 ;;
        libX11-xcb.so.1) echo libx11-xcb1 ;;
        libX11.so.6) echo libx11-6 ;;
        libxcb.so.1) echo libxcb1 ;;
        libxcb-render.so.0) echo libxcb-render0 ;;
        libxcb-*) n=${1#libxcb-}; v=${n##*.so.}; echo "libxcb-${n%%.so.*}$v" ;;
        libwayland-*) n=${1#libwayland-}; v=${n##*.so.}; echo "libwayland-${n%%.so.*}$v" ;;
        *) echo "$1" ;;
    esac
}

packages=$(for library in $missing; do package "$library"; done | sort -u | tr '\n' ' ')
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing $packages..."
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null && exit 0
fi
say "Qt cannot open a window here: it lacks $(echo "$missing" | tr '\n' ' ')"
say "Have them installed (Debian's names): $packages"
exit 1
