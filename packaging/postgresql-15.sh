#!/bin/sh
# Runs a command with Debian's PostgreSQL 15 as the store's server: postgresql-15.sh COMMAND ...
# Installs it where we are root on a Debian that has it; says SKIPPED where it cannot be had.
set -eu
bin=/usr/lib/postgresql/15/bin
if [ ! -x "$bin/postgres" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql-15 >/dev/null || true
fi
if [ ! -x "$bin/postgres" ]; then
    echo "SKIPPED: PostgreSQL 15 is not on this machine ($bin)"
    exit 0
fi
STOREDESK_POSTGRES_BIN=$bin exec "$@"
