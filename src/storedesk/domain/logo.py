"""Define the logo of the store's papers."""

import struct
from dataclasses import dataclass, field

WIDEST, TALLEST, LONGEST = 640, 240, 163_840
"""Pixels and bytes of a logo on whole pages."""
STRIP_WIDEST, STRIP_TALLEST, STRIP_LONGEST = 384, 160, 16_384
"""Dots and bytes of one on a roll: what a roll of 58 mm has room for."""
DOTS_PER_MM = 8
"""Of the printers of receipts."""
PAGE_DOTS_PER_MM = 11
_SIZE = slice(16, 24)
"""Where a PNG says its width and height."""


@dataclass(frozen=True, slots=True)
class StoreLogo:
    """A logo as papers show it, each a PNG: in color, and in black and white for rolls."""

    page: bytes = field(repr=False)
    strip: bytes = field(repr=False)
    sha256: str = field(default="", compare=False)
    """Its name in the database; "" for one that is not saved yet."""


def size_of(png: bytes) -> tuple[int, int]:
    """Return width and height of a PNG as it says them itself."""
    width, height = struct.unpack(">II", png[_SIZE])
    return width, height
