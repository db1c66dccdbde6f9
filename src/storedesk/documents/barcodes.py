"""Encode barcodes as the rows of dots that a printer draws."""

from typing import Any

import zxingcpp

LONGEST = 40
"""Characters of a number or a code that is printed as a barcode."""


def code_128(text: str) -> tuple[bool, ...]:
    """Return the modules of a Code 128 from left to right, True for a bar, without quiet zones."""
    return _rows(text, zxingcpp.BarcodeFormat.Code128)[0]


def qr_code(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a QR code row by row, True for black, without quiet zones."""
    return _rows(text, zxingcpp.BarcodeFormat.QRCode)


def is_encodable(text: str) -> bool:
    """Tell whether a text can be a barcode that every scanner sends as it is."""
    return bool(text) and text.isascii() and text.isprintable() and len(text) <= LONGEST


def _rows(text: str, kind: zxingcpp.BarcodeFormat) -> tuple[tuple[bool, ...], ...]:
    image: Any = zxingcpp.create_barcode(text, kind).to_image(scale=1, add_quiet_zones=False)
    height, width = image.shape
    dots = [dot == 0 for dot in bytes(memoryview(image))]
    return tuple(tuple(dots[at : at + width]) for at in range(0, height * width, width))
