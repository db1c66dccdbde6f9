"""What looks after a database: clearing away, as the store's system login, and checking."""

from typing import Any

import psycopg
from sqlalchemy import func
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.domain.errors import NotAllowed
from storedesk.persistence.database import Command, polite
from storedesk.persistence.errors import explained_connecting
from storedesk.persistence.invariants import Broken, broken


def purge() -> Command[dict[str, Any]]:
    """Clear away old requests, expired quotes and idle baskets; answers how many of each."""
    return func.api.purge(type_=JSONB())


def check(dsn: str) -> list[Broken]:
    """List the rules that do not hold; the login must see everything: a superuser or the owner."""
    with explained_connecting(dsn):
        connection = psycopg.connect(polite(dsn), autocommit=True)
    try:
        with connection:
            return broken(connection)
    except psycopg.errors.InsufficientPrivilege as error:
        raise NotAllowed("not_allowed") from error
