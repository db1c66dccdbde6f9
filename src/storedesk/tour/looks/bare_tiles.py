"""Measure how empty a picture is: the share of its tiles that hold one color only."""

from PySide6.QtGui import QImage

TILE = 16
"""Pixels of a side of a tile, where a pixel of the window is one of the screen."""
LISTS, FORMS = 0.33, 0.40
"""How much of a page may be bare."""
_BYTES = 4


def bare_share(picture: QImage) -> float:
    """Return the share of bare tiles, from 0 to 1."""
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    side = round(TILE * picture.devicePixelRatio())
    data, line = bytes(image.constBits()), image.bytesPerLine()
    across, down = image.width() // side, image.height() // side
    bare = sum(
        _is_bare(data, row * side * line + column * side * _BYTES, line, side)
        for row in range(down)
        for column in range(across)
    )
    return bare / (across * down)


def _is_bare(data: bytes, start: int, line: int, side: int) -> bool:
    one = data[start : start + _BYTES] * side
    return all(data[at : at + len(one)] == one for at in range(start, start + side * line, line))
