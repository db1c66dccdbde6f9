"""Read lists of order numbers and tracking numbers, pasted or from a carrier's program."""

import re
from dataclasses import dataclass
from pathlib import Path

from storedesk.documents import encodings
from storedesk.documents.file_kinds import refuse_other_kinds
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.pasted import as_typed

MOST = 2_000
"""Lines that are read at once."""
LARGEST = 1_000_000
"""Bytes of a file: a tracking list is never that long."""
_NUMBER = re.compile(r"ORD-\d{4}-\d{6,}", re.IGNORECASE | re.ASCII)
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")
_BETWEEN = re.compile(r"[,;\t|]")


@dataclass(frozen=True, slots=True)
class TrackedLine:
    """A line of the list: order number and tracking number; "" where one is missing."""

    row: int
    number: str
    tracking: str


def text_of(path: Path) -> str:
    """Return what a file holds, in whatever encoding it is: numbers are the same in most of them.

    Refused: list_unreadable, and what the file is, if it is no text (file_is_excel and others).
    """
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST else b""
    except OSError:
        content = b""
    refuse_other_kinds(path.name, content)
    text = encodings.shown(encodings.decoded(content).text)
    if not text or _NO_TEXT.search(text):
        raise Refused("list_unreadable", file=path.name)
    return text


def read(text: str) -> list[TrackedLine]:
    """Read a list, a parcel a line: the order's number in any column, the other is the parcel's.

    Columns are divided by commas, semicolons, tabs or bars, else by the first blank. A first line
    without an order's number is taken for headings; empty lines are left out.
    """
    found: list[TrackedLine] = []
    for row, line in enumerate(as_typed(text).splitlines()[:MOST], 1):
        cells = _cells(line)
        number = next((cell for cell in cells if _NUMBER.fullmatch(cell)), "")
        if not cells or (not number and not found):
            continue
        others = [cell for cell in cells if cell != number]
        found.append(TrackedLine(row, number.upper(), others[0] if others else ""))
    return found


def _cells(line: str) -> list[str]:
    parts = _BETWEEN.split(line) if _BETWEEN.search(line) else line.split(None, 1)
    return [cell for cell in (part.strip().strip('"').strip() for part in parts) if cell]
