"""Keep a file beside a store on this computer: whether it is complete, and its database."""

from pathlib import Path

from storedesk.adapters.embedded.server import Server
from storedesk.persistence.schema import migrations
from storedesk.persistence.schema.migrations import SchemaState
from storedesk.services.administration import asked
from storedesk.settings import Profile, read_toml, write_toml

MARK = "store.toml"
"""Without it, the store is incomplete."""


def marked(home: Path) -> str:
    """Return the database that a mark names; "" where there is none, or it is spoiled."""
    kept = str(read_toml(home / MARK).get("database", ""))
    return kept if migrations.NAME.fullmatch(kept) else ""


def mark(home: Path, database: str) -> None:
    """Mark the store as complete."""
    write_toml(home / MARK, {"database": database})


def mend(profile: Profile, home: Path, server: Server) -> None:
    """Write a damaged mark again, by what its server has; the old one is set aside."""
    if not (home / MARK).exists() or marked(home):
        return
    if found := store_in(server):
        profile.move_aside(home / MARK)
        mark(home, found)


def store_in(server: Server) -> str | None:
    """Name the database of a server that holds a store; None where there is no store."""
    for name in server.databases():
        state = asked(
            server.dsn(name), lambda session: migrations.schema_state(session.connection())
        )
        if state is not SchemaState.MISSING:
            return name
    return None
