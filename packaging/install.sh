#!/bin/sh
# Puts StoreDesk among the programs of this account's desktop: install.sh, or install.sh --remove.
# The folder stays where it is; run this again after it was moved.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/storedesk.desktop

renew() {
    if command -v update-desktop-database >/dev/null; then
        update-desktop-database -q "$share/applications" || true
    fi
    if command -v gtk-update-icon-cache >/dev/null; then
        gtk-update-icon-cache -qtf "$share/icons/hicolor" || true
    fi
}

if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$share"/icons/hicolor/*/apps/storedesk.png "$share"/icons/hicolor/*/apps/storedesk.svg
    renew
    exit 0
fi

mkdir -p "$share/applications" "$share/icons/hicolor"
cp -R "$here/share/icons/hicolor/." "$share/icons/hicolor/"
# a name in quotes, as the rules of these files have it; then what sed itself would take for its own
program=$(printf '%s' "$here/storedesk" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
safe=$(printf '%s' "$program" | sed -e 's/[\\|&]/\\&/g')
sed "s|^Exec=.*|Exec=\"$safe\"|" "$here/share/applications/storedesk.desktop" >"$entry.new"
mv "$entry.new" "$entry"
renew
