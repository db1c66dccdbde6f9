"""Hand a strip of paper from one process to another: parts as lists that JSON can write."""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from typing import Any

from storedesk.documents.strip import Barcode, Logo, Middle, Pair, Part, Remark, Rule


def as_rows(parts: Iterable[Part]) -> list[list[Any]]:
    """Return parts as lists: what each is, and what it holds."""
    return [_row(part) for part in parts]


def of_rows(rows: Iterable[list[Any]]) -> list[Part]:
    """Return the parts of such lists."""
    return [_part(*row) for row in rows]


def _row(part: Part) -> list[Any]:
    match part:
        case Logo(png):
            return ["logo", b64encode(png).decode()]
        case Middle(text, is_bold):
            return ["middle", text, is_bold]
        case Pair(left, right, is_bold):
            return ["pair", left, right, is_bold]
        case Remark(text):
            return ["remark", text]
        case Rule():
            return ["rule"]
        case Barcode(text):
            return ["barcode", text]


def _part(kind: str, *held: Any) -> Part:
    match kind:
        case "logo":
            return Logo(b64decode(held[0]))
        case "middle":
            return Middle(held[0], is_bold=held[1])
        case "pair":
            return Pair(held[0], held[1], is_bold=held[2])
        case "remark":
            return Remark(held[0])
        case "barcode":
            return Barcode(held[0])
    return Rule()
