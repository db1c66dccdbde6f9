"""What looks after a database: clearing away, as the store's system login, and checking."""

from collections.abc import Callable
from typing import Any

import psycopg
from sqlalchemy import func
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.domain.refusals.errors import NotAllowed, Refused
from storedesk.persistence.engine.database import Command, Database, polite
from storedesk.persistence.engine.errors import explained_connecting
from storedesk.persistence.fulfillment import expire
from storedesk.persistence.schema.invariants import Broken, broken


def purge() -> Command[dict[str, Any]]:
    """Clear away old requests, expired quotes and idle baskets; answers how many of each.

    Nothing while the clock is not believed, as `is_clock_believed` says.
    """
    return func.api.purge(type_=JSONB())


BATCH = 100
"""How many orders are cancelled in one transaction: tills wait for no more."""


def tidy(database: Database) -> dict[str, Any]:
    """Do the day's clearing away, as the store's system login.

    Old requests and quotes go, and orders that nobody has paid in time are cancelled: `expired`
    counts those. Refused: clock_doubted, and nothing is done.
    """
    cleared = database.call(purge())
    if not cleared.get("is_clock_believed", True):
        raise Refused("clock_doubted")
    expired = gone = database.call(expire(BATCH))
    while gone == BATCH:
        gone = database.call(expire(BATCH))
        expired += gone
    return cleared | {"expired": expired}


def check(dsn: str, report: Callable[[float], object] | None = None) -> list[Broken]:
    """List the rules that do not hold; the login must see everything: a superuser or the owner."""
    with explained_connecting(dsn):
        connection = psycopg.connect(polite(dsn), autocommit=True)
    try:
        with connection:
            return broken(connection, report)
    except psycopg.errors.InsufficientPrivilege as error:
        raise NotAllowed("not_allowed") from error
