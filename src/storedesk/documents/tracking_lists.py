"""Lists of order numbers and tracking numbers, pasted or from a carrier's program."""

import re
from dataclasses import dataclass

MOST = 2_000
"""Lines that are read at once."""
_NUMBER = re.compile(r"ORD-\d{4}-\d{6,}", re.IGNORECASE | re.ASCII)
_BETWEEN = re.compile(r"[,;\t|]")


@dataclass(frozen=True, slots=True)
class TrackedLine:
    """A line of the list: which order, and by which parcel. Empty where it says none."""

    row: int
    number: str
    tracking: str


def read(text: str) -> list[TrackedLine]:
    """Read a list, a parcel a line: the order's number in any column, the other is the parcel's.

    Columns are divided by commas, semicolons, tabs or bars, else by the first blank. A first line
    without an order's number is taken for headings; empty lines are left out.
    """
    found: list[TrackedLine] = []
    for row, line in enumerate(text.splitlines()[:MOST], 1):
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
