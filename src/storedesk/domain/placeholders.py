"""Fill the placeholders of what a store writes itself, such as {order_number}."""

import re
from collections.abc import Collection, Mapping

from storedesk.domain.refusals.errors import Refused

_HOLE = re.compile(r"\{([^{}\n]*)\}")


def checked_text(text: str, known: Collection[str], *, most_lines: int) -> str:
    """Return a text that has known placeholders alone.

    Refused: placeholder_unknown, too_many_lines.
    """
    if text.count("\n") >= most_lines:
        raise Refused("too_many_lines", most=most_lines)
    for name in _HOLE.findall(text):
        if name not in known:
            raise Refused("placeholder_unknown", placeholder=f"{{{name}}}")
    return text


def filled_lines(text: str, values: Mapping[str, str], known: Collection[str]) -> list[str]:
    """Return the lines of a text with its placeholders filled.

    A line is left out that names what is not there this time, such as a customer; what is no
    placeholder stays as it is. What is filled in is not filled again.
    """
    filled = {name: value for name, value in values.items() if name in known}
    lines = []
    for line in text.split("\n"):
        named = [name for name in _HOLE.findall(line) if name in known]
        if all(values.get(name) for name in named):
            lines.append(_HOLE.sub(lambda hole: filled.get(hole[1], hole[0]), line))
    return lines
