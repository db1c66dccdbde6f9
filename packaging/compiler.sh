#!/bin/sh
# Runs a command that wants a C compiler, the smallest will do: compiler.sh COMMAND ... Installs tcc where
# we are root on a Debian that has it; the command says SKIPPED by itself where there is none.
set -eu
if ! command -v cc >/dev/null && ! command -v tcc >/dev/null \
    && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends tcc >/dev/null; } || true
fi
exec "$@"
