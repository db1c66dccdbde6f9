"""Encode barcodes as the row of bars that a printer draws."""

from typing import Any

import zxingcpp


def code_128(text: str) -> tuple[bool, ...]:
    """Return the modules of a Code 128 from left to right, True for a bar, without quiet zones."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    image: Any = made.to_image(scale=1, add_quiet_zones=False)
    width = image.shape[1]
    return tuple(dot == 0 for dot in bytes(memoryview(image))[:width])
