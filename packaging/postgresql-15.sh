#!/bin/sh
# Runs a command with Debian's PostgreSQL 15 as the store's server: postgresql-15.sh COMMAND ...
# Installs it and plpgsql_check where we are root on a Debian that has them; says SKIPPED where PostgreSQL
# cannot be had. Whoever needs plpgsql_check says so where that is missing.
set -eu
home=/usr/lib/postgresql/15
if [ ! -x "$home/bin/postgres" ] || [ ! -e "$home/lib/plpgsql_check.so" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
            postgresql-15 postgresql-15-plpgsql-check >/dev/null || true
    fi
fi
if [ ! -x "$home/bin/postgres" ]; then
    echo "SKIPPED: PostgreSQL 15 is not on this machine ($home/bin)"
    exit 0
fi
STOREDESK_POSTGRES_BIN=$home/bin exec "$@"
