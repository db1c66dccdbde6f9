"""Seal what was written since the last seal, as the store's system login."""

from storedesk import api
from storedesk.persistence.engine.database import Database


def seal_all(dsn: str) -> int:
    """Write seals until every row has one; answers how many rows were sealed.

    `dsn` is of the store's system login. Each seal is a transaction of its own.
    """
    database = Database(dsn, pool_size=1)
    try:
        return seal_with(database)
    finally:
        database.close()


def seal_with(database: Database) -> int:
    """Do so on a line that is there already."""
    done = now = database.call(api.seals.seal())
    while now:
        now = database.call(api.seals.seal())
        done += now
    return done
