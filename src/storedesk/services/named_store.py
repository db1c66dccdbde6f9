"""Open the store that a connection string names, as the login in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from storedesk.persistence.engine import transport
from storedesk.persistence.engine.database import Database
from storedesk.services import administration


def signed_in(dsn: str, ask: Callable[[str], str]) -> str:
    """Return a connection string that is safe to use, with the password that `ask` was answered.

    `ask` gets the login, and only where a password is needed. Refused: what transport.checked
    refuses, pooled connections, store_older, store_newer, store_missing.
    """
    checked = transport.checked(dsn)
    if transport.needs_password(checked):
        checked = transport.with_password(checked, ask(transport.login_of(checked)))
    administration.asked(
        checked,
        lambda session: transport.refuse_pooled(session, checked, transport.asked_process(session)),
    )
    administration.asked(checked, administration.fits)
    return checked


@contextmanager
def opened(dsn: str, ask: Callable[[str], str]) -> Iterator[Database]:
    """Open the store that `dsn` names for a while; see `signed_in`."""
    database = Database(signed_in(dsn, ask), pool_size=1)
    try:
        yield database
    finally:
        database.close()
