"""Encode barcodes as the row of bars that a printer draws."""

import struct
import zlib
from typing import Any

import zxingcpp

QUIET = 10
"""Modules without a bar before a code and behind it."""


def code_128(text: str) -> tuple[bool, ...]:
    """Return the modules of a Code 128 from left to right, True for a bar, without quiet zones."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    image: Any = made.to_image(scale=1, add_quiet_zones=False)
    width = image.shape[1]
    return tuple(dot == 0 for dot in bytes(memoryview(image))[:width])


def code_128_png(text: str, *, dots: int = 1, height: int = 72) -> bytes:
    """Return a Code 128 as a PNG in black and white, each module `dots` wide, with quiet zones.

    A strip prints a dot of it as a dot of the printer, of which a roll of 80 mm has 576.
    """
    quiet = (False,) * QUIET
    modules = [bar for bar in (*quiet, *code_128(text), *quiet) for _ in range(dots)]
    line = b"\x00" + bytes(0 if bar else 255 for bar in modules)
    head = struct.pack(">IIBBBBB", len(modules), height, 8, 0, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", head),
            _chunk(b"IDAT", zlib.compress(line * height)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = kind + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))
