"""Fetch pictures of products when they are first shown, and cache thumbnails."""

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
    """Cache pictures by their sha256, scaled to one size; `came` is called for each new one."""

    def __init__(self, desk: Desk, came: Callable[[], object], size: QSize = THUMB) -> None:
        self._desk, self._came, self._size = desk, came, size
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
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
            return self._kept[sha256]
        if sha256 not in self._tasks:
            task = asyncio.get_running_loop().create_task(self._fetch(sha256))
            self._tasks[sha256] = task
        return None

    async def keep(self, sha256: str, content: bytes | None) -> None:
        """Cache a picture, new or just fetched."""
        image = await asyncio.to_thread(thumbnail, content, self._size)
        self._kept[sha256] = None if image.isNull() else QPixmap.fromImage(image)
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
    if image.isNull():
        return image
    by_expanding = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    scaled = image.scaled(size, by_expanding, Qt.TransformationMode.SmoothTransformation)
    left, top = (scaled.width() - size.width()) // 2, (scaled.height() - size.height()) // 2
    return scaled.copy(left, top, size.width(), size.height())
