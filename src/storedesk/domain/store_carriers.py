"""Define the carriers that a store uses: known ones in its order, and its own."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from storedesk.domain.carriers import KNOWN, Carrier, Used
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.text import line

LONGEST_NAME, LONGEST_LINK, LONGEST_SHAPE, MOST = 100, 500, 200, 30
_PART = "[!#-;=?-Z_a-z~]*"
"""What an address may have: no blanks, quotes, braces or brackets."""
_LINK = re.compile(
    r"https://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?/"
    + _PART + r"\{number\}" + _PART, re.ASCII
)  # fmt: skip
_SHAPE = re.compile(r"[A-Z0-9#@*]{4,40}", re.ASCII)
_BY_CODE = {one.code: one for one in KNOWN}


def checked_name(text: str, *, others: Iterable[str]) -> str:
    """Return the name of an own carrier. Refused: carrier_nameless, carrier_twice."""
    name = line(text, longest=LONGEST_NAME)
    if not name:
        raise Refused("carrier_nameless")
    if name.lower() in {one.lower() for one in others}:
        raise Refused("carrier_twice", carrier=name)
    return name


def checked_link(text: str) -> str:
    """Return a tracking page with {number} in it. Refused: carrier_link_bad."""
    link = line(text, longest=LONGEST_LINK)
    if not _LINK.fullmatch(link):
        raise Refused("carrier_link_bad", hole="{number}")
    return link


def checked_shapes(text: str) -> tuple[str, ...]:
    """Return the shapes that were typed, with commas between them. Refused: carrier_shape_bad."""
    typed = line(text, longest=LONGEST_SHAPE)
    parts = [re.sub(r"[\s-]", "", part).upper() for part in typed.split(",")]
    shapes = tuple(dict.fromkeys(part for part in parts if part))
    if not all(_SHAPE.fullmatch(shape) for shape in shapes):
        raise Refused("carrier_shape_bad")
    return shapes


def as_document(used: Used) -> list[dict[str, Any]] | None:
    """Return how carriers are kept: known ones by their code, own ones whole."""
    if used is None:
        return None
    return [
        {"code": one.code} if one.code
        else {"name": one.name, "link": one.page, "shapes": list(one.shapes)}
        for one in used
    ]  # fmt: skip


def from_document(document: Sequence[Mapping[str, Any]] | None) -> Used:
    """Return carriers as they are kept; a code of a newer program is left out."""
    if document is None:
        return None
    return tuple(
        _BY_CODE[one["code"]] if "code" in one
        else Carrier(one["name"], one["link"], shapes=tuple(one["shapes"]))
        for one in document if "code" not in one or one["code"] in _BY_CODE
    )  # fmt: skip
