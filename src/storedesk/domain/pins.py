"""Define what a PIN is: digits with which somebody who has signed in goes on at a workstation."""

import re

from storedesk.domain.refusals.errors import Refused

LEAST_DIGITS, MOST_DIGITS = 4, 8
"""Fewer than the letters of any password: the one is never taken for the other."""
FORM = re.compile(rf"[0-9]{{{LEAST_DIGITS},{MOST_DIGITS}}}")


def is_pin(typed: str) -> bool:
    """Tell whether it could be a PIN."""
    return FORM.fullmatch(typed) is not None


def checked_pin(typed: str) -> str:
    """Return a new PIN as it is typed; the database also refuses obvious ones. Refused: bad_pin."""
    if not is_pin(typed):
        raise Refused("bad_pin")
    return typed
