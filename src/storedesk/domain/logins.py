"""Say what a person's login and password must be like."""

import re

from storedesk.domain.refusals.errors import Refused

LEAST_LETTERS = 12
"""Of a password: the server slows guessing down, length puts an end to it."""
_LOGIN = re.compile(r"[a-z][a-z0-9_]{2,62}", re.ASCII)
_OTHERS = re.compile(
    r"pg_.*|postgres|public|none|.*_(?:owner|accounts|staff|cashier|clerk|manager|admin|auditor"
    r"|webshop|mailer|system|backup)"
)
"""Logins that PostgreSQL, or another store's groups, would be taken for."""


def checked_login(login: str) -> str:
    """Return a login that a person may have, as core.check_login has it. Refused: bad_login."""
    if not _LOGIN.fullmatch(login) or _OTHERS.fullmatch(login):
        raise Refused("bad_login", login=login)
    return login
