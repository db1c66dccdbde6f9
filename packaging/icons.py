"""Draws packaging/storedesk.svg in the sizes that desktops look for: icons.py FOLDER."""

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).with_name("storedesk.svg")
SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(folder: Path) -> None:
    """Fill `folder` as the theme hicolor has it."""
    renderer = QSvgRenderer(str(DRAWING))
    if not renderer.isValid():
        raise SystemExit(f"{DRAWING} cannot be drawn")
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        file = folder / f"{size}x{size}" / "apps" / "storedesk.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        image.save(str(file))
    scalable = folder / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    shutil.copy(DRAWING, scalable)


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
