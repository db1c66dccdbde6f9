"""Fetch pictures of products when they are first shown, and cache thumbnails for both schemes."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from storedesk import queries
from storedesk.domain.refusals.errors import StoreError
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.qt_classes import beside
from storedesk.ui.kit.looks.theme import THEME
from storedesk.ui.kit.looks.tokens import DARK

KEPT = 400
THUMB = QSize(56, 56)
"""Twice the size that lists draw, for sharp screens."""
LARGE = QSize(80, 80)
"""Twice what the till and its like draw."""


BRIGHT = 165
"""Lightness, of 255, from which a pixel is a wall and no goods."""
EDGE = 24
"""Lightnesses below it over which a wall begins, so that edges stay smooth."""
EVEN = 48
"""How far the lightness of a wall may differ along the rim of a picture."""
FINER = 4
"""How much larger a picture is while its wall is found, so that edges are smooth afterwards."""
WALL, DIMMED = 0.78, 0.12
"""How much darker walls are in dark colors, and photographs as a whole."""


@dataclass(frozen=True, slots=True)
class _Thumbnail:
    light: QPixmap
    dark: QPixmap


class Pictures:
    """Cache pictures by their sha256, scaled to one size; `came` is called for each new one."""

    def __init__(self, desk: Desk, came: Callable[[], object], size: QSize = THUMB) -> None:
        self._desk, self._came, self._size = desk, came, size
        self._kept: OrderedDict[str, _Thumbnail | None] = OrderedDict()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._blank = QPixmap(size)
        self._blank.fill(Qt.GlobalColor.transparent)

    def get_or_blank(self, sha256: str | None) -> QPixmap | None:
        """Return a picture, or a blank one of its size while it is fetched, to keep the layout."""
        is_coming = sha256 is not None and sha256 not in self._kept
        return self.get(sha256) or (self._blank if is_coming else None)

    def get(self, sha256: str | None) -> QPixmap | None:
        """Return a cached picture, or None and start to fetch it."""
        if sha256 is None:
            return None
        if sha256 in self._kept:
            self._kept.move_to_end(sha256)
            found = self._kept[sha256]
            if found is None:
                return None
            return found.dark if THEME.tokens is DARK else found.light
        if sha256 not in self._tasks:
            task = asyncio.get_running_loop().create_task(self._fetch(sha256))
            self._tasks[sha256] = task
        return None

    async def keep(self, sha256: str, content: bytes | None) -> None:
        """Cache a picture, new or just fetched."""
        light, dark = await beside(lambda: _both(content, self._size))
        is_none = light.isNull()
        self._kept[sha256] = None if is_none else _Thumbnail(*map(QPixmap.fromImage, (light, dark)))
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def stop(self) -> None:
        """Cancel all fetching: the page is about to be removed."""
        for task in self._tasks.values():
            task.cancel()

    async def _fetch(self, sha256: str) -> None:
        try:
            await self.keep(sha256, await self._desk.read(queries.catalog_lists.picture, sha256))
        except StoreError:
            return  # the list says why; the next look tries again
        finally:
            self._tasks.pop(sha256, None)
        self._came()


def thumbnail(content: bytes | None, size: QSize) -> QImage:
    """Decode a picture and crop it to a size; a null image if it is none. Thread-safe."""
    image = QImage.fromData(content) if content else QImage()
    return image if image.isNull() else cropped(image, size)


def cropped(image: QImage, size: QSize) -> QImage:
    """Scale a picture to a size, without what is beside it. Thread-safe."""
    by_expanding = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    scaled = image.scaled(size, by_expanding, Qt.TransformationMode.SmoothTransformation)
    left, top = (scaled.width() - size.width()) // 2, (scaled.height() - size.height()) // 2
    return scaled.copy(left, top, size.width(), size.height())


def darkened(image: QImage) -> QImage:
    """Return a picture for dark colors: its light wall is dark, and goods keep their color.

    A photograph, whose rim is neither light nor even, is dimmed a little. Thread-safe.
    """
    made = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    if _has_wall(image):
        shade = image.convertToFormat(QImage.Format.Format_Grayscale8)
        shade.reinterpretAsFormat(QImage.Format.Format_Indexed8)
        shade.setColorTable([_shade(lightness) for lightness in range(256)])
        painter.drawImage(0, 0, shade)
    else:
        painter.fillRect(made.rect(), QColor.fromRgbF(0, 0, 0, DIMMED))
    painter.end()
    return made


def _both(content: bytes | None, size: QSize) -> tuple[QImage, QImage]:
    image = thumbnail(content, size * FINER)
    if image.isNull():
        return image, image
    return cropped(image, size), cropped(darkened(image), size)


def _has_wall(image: QImage) -> bool:
    """Tell whether the rim of a picture is light and even."""
    right, low = image.width() - 1, image.height() - 1
    spots = [(x * right // 4, y * low // 4) for x in range(5) for y in range(5)
             if x in {0, 4} or y in {0, 4}]  # fmt: skip
    seen = [image.pixelColor(x, y) for x, y in spots]
    tones = [tone.lightness() for tone in seen if tone.alpha()]
    return not tones or (min(tones) > BRIGHT and max(tones) - min(tones) <= EVEN)


def _shade(lightness: int) -> int:
    """Return the black, as ARGB, that lies over a pixel of a lightness."""
    share = min(max(lightness - BRIGHT + EDGE, 0) / EDGE, 1.0)
    return round(255 * WALL * share) << 24
