"""Check a database against every invariant."""

from collections.abc import Callable

import psycopg

from storedesk.domain.refusals.errors import NotAllowed
from storedesk.persistence.engine.database import polite
from storedesk.persistence.engine.errors import explained_connecting
from storedesk.persistence.schema.invariants import Broken, broken


def check(dsn: str, report: Callable[[float], object] | None = None) -> list[Broken]:
    """List the rules that do not hold; the login must see everything: a superuser or the owner."""
    with explained_connecting(dsn):
        connection = psycopg.connect(polite(dsn), autocommit=True)
    try:
        with connection:
            return broken(connection, report)
    except psycopg.errors.InsufficientPrivilege as error:
        raise NotAllowed("not_allowed") from error
