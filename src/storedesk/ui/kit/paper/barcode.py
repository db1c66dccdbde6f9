"""Draw barcodes, and write pictures as PNG."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

BAR_WIDTH = 4
"""Dots a module: fine enough for every printer, whole so that no bar is blurred."""
BAR_HEIGHT = 160


def bars(
    modules: Sequence[bool], *, width: int = BAR_WIDTH, height: int = BAR_HEIGHT,
    has_quiet_zone: bool = True,
) -> QImage:  # fmt: skip
    """Return a picture of a row of bars, black on white, with the quiet zone that scanners want.

    `width` and `height` of a bar are dots: of a whole page at 300 dpi by default. Without a quiet
    zone the paper beside it is that.
    """
    quiet = 10 * width if has_quiet_zone else 0
    picture = QImage(len(modules) * width + 2 * quiet, height, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    for at, is_bar in enumerate(modules):
        if is_bar:
            painter.fillRect(quiet + at * width, 0, width, height, Qt.GlobalColor.black)
    painter.end()
    return picture


def squares(rows: Sequence[Sequence[bool]], side: int) -> QImage:
    """Return a picture of the modules of a square code, each `side` dots wide and high."""
    picture = QImage(len(rows[0]) * side, len(rows) * side, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    for down, row in enumerate(rows):
        for at, is_black in enumerate(row):
            if is_black:
                painter.fillRect(at * side, down * side, side, side, Qt.GlobalColor.black)
    painter.end()
    return picture


def png(image: QImage) -> bytes:
    """Return a picture as the content of a PNG file."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(content, b"PNG").write(image)
    return bytes(content.data().data())
