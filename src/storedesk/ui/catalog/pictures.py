"""Pictures of products: fetched when first seen, kept small, drawn when they have come."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from storedesk import queries
from storedesk.domain.refusals.errors import StoreError
from storedesk.services.desk import Desk

KEPT = 400
THUMB = QSize(56, 56)
"""Twice the size that lists draw, for sharp screens."""


class Pictures:
    """Remembers pictures by their sha256, scaled to one size; `came` is told of every new one."""

    def __init__(self, desk: Desk, came: Callable[[], object], size: QSize = THUMB) -> None:
        self._desk, self._came, self._size = desk, came, size
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._blank = QPixmap(size)
        self._blank.fill(Qt.GlobalColor.transparent)

    def place(self, sha256: str | None) -> QPixmap | None:
        """Return a picture, or meanwhile nothing as large, so that no word moves when it comes."""
        is_coming = sha256 is not None and sha256 not in self._kept
        return self.get(sha256) or (self._blank if is_coming else None)

    def get(self, sha256: str | None) -> QPixmap | None:
        """Return a picture if it is here; else have it fetched."""
        if sha256 is None:
            return None
        if sha256 in self._kept:
            self._kept.move_to_end(sha256)
            return self._kept[sha256]
        if sha256 not in self._tasks:
            task = asyncio.get_running_loop().create_task(self._fetch(sha256))
            self._tasks[sha256] = task
        return None

    async def keep(self, sha256: str, content: bytes | None) -> None:
        """Remember a picture that is not in the store yet, or has just come from there."""
        image = await asyncio.to_thread(thumbnail, content, self._size)
        self._kept[sha256] = None if image.isNull() else QPixmap.fromImage(image)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def stop(self) -> None:
        """Fetch nothing more: the page goes."""
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
    """Decode a picture and cut it to a size; a null image where it is none. For any thread."""
    image = QImage.fromData(content) if content else QImage()
    if image.isNull():
        return image
    by_expanding = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    scaled = image.scaled(size, by_expanding, Qt.TransformationMode.SmoothTransformation)
    left, top = (scaled.width() - size.width()) // 2, (scaled.height() - size.height()) // 2
    return scaled.copy(left, top, size.width(), size.height())
