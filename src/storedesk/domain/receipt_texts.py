"""Define what a store writes on its receipts, with placeholders such as {order_number}."""

import re
from collections.abc import Mapping

from storedesk.domain.refusals.errors import Refused

LONGEST, MOST_LINES = 500, 10
PLACEHOLDERS = ("store", "order_number", "register", "cashier", "customer")
_HOLE = re.compile(r"\{([^{}\n]*)\}")


def checked_text(text: str) -> str:
    """Return a text that a receipt can have.

    Refused: placeholder_unknown, too_many_lines.
    """
    if text.count("\n") >= MOST_LINES:
        raise Refused("too_many_lines", most=MOST_LINES)
    for name in _HOLE.findall(text):
        if name not in PLACEHOLDERS:
            raise Refused("placeholder_unknown", placeholder=f"{{{name}}}")
    return text


def filled_lines(text: str, values: Mapping[str, str]) -> list[str]:
    """Return the lines of a text with its placeholders filled.

    A line is left out that names what this receipt does not have, such as a customer; what is no
    placeholder stays as it is.
    """
    lines = []
    for line in text.split("\n"):
        known = [name for name in _HOLE.findall(line) if name in PLACEHOLDERS]
        if all(values.get(name) for name in known):
            lines.append(_HOLE.sub(lambda hole: values.get(hole[1]) or hole[0], line))
    return lines
