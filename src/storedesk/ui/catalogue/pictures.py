"""Pictures of products: fetched when first seen, kept small, drawn when they have come."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from storedesk.domain.errors import StoreError
from storedesk.services import catalogue
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

    def stop(self) -> None:
        """Fetch nothing more: the page goes."""
        for task in self._tasks.values():
            task.cancel()

    async def _fetch(self, sha256: str) -> None:
        try:
            content = await self._desk.read(catalogue.picture, sha256)
        except StoreError:
            return  # the list says why; the next look tries again
        finally:
            self._tasks.pop(sha256, None)
        self._kept[sha256] = self._scaled(content)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self._came()

    def _scaled(self, content: bytes | None) -> QPixmap | None:
        image = QImage.fromData(content) if content else QImage()
        if image.isNull():
            return None
        by_expanding = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = image.scaled(self._size, by_expanding, smooth)
        left = (scaled.width() - self._size.width()) // 2
        top = (scaled.height() - self._size.height()) // 2
        return QPixmap.fromImage(scaled.copy(left, top, self._size.width(), self._size.height()))
