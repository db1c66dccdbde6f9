"""Put the pictures of a tour on sheets of nine, to be looked at together."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

ACROSS = 3
PER_SHEET = ACROSS * ACROSS
WIDTH, GAP, WORDS = 1024, 12, 26
"""Pixels of a picture on the sheet, between two, and of the name below one."""


def make_sheets(pictures: Sequence[Path], folder: Path) -> list[Path]:
    """Write the sheets `sheet-01.png` and so on into a folder, and return their names."""
    for old in folder.glob("sheet-[0-9][0-9].png"):
        old.unlink()
    made = []
    for at in range(0, len(pictures), PER_SHEET):
        file = folder / f"sheet-{at // PER_SHEET + 1:02}.png"
        if not _sheet(pictures[at : at + PER_SHEET]).save(str(file)):
            raise OSError(f"{file} could not be written")
        made.append(file)
    return made


def _sheet(pictures: Sequence[Path]) -> QImage:
    images = [QImage(str(one)) for one in pictures]
    small = [one.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation) for one in images]
    step = max(one.height() for one in small) + WORDS + GAP
    sheet = QImage(ACROSS * (WIDTH + GAP) + GAP, ACROSS * step + GAP, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    for at, (image, file) in enumerate(zip(small, pictures, strict=True)):
        left = GAP + at % ACROSS * (WIDTH + GAP)
        top = GAP + at // ACROSS * step
        image.setDevicePixelRatio(1)
        painter.drawImage(left, top, image)
        words = QRect(left, top + image.height(), WIDTH, WORDS)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), file.stem)
    painter.end()
    return sheet
