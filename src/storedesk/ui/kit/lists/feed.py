"""Fetch the visible pages of a long list, the latest first, and skip those scrolled past."""

import asyncio
import sys
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from storedesk.domain.refusals.errors import StoreError
from storedesk.ui.kit.lists.long_model import LongModel
from storedesk.ui.kit.lists.page_cache import Wanted, pages_of
from storedesk.ui.kit.lists.source import PAGE, Source
from storedesk.ui.kit.lists.vector import KeyVector

R = TypeVar("R")
COALESCE_MS = 8
"""A frame of a fast scroll asks for nothing if the next one has moved on."""


class Feed(Generic[R]):
    """Fills a model with the records of the rows in sight."""

    def __init__(  # noqa: PLR0913 - what it fills, from where, and whom it tells
        self,
        owner: QObject,
        model: LongModel[R],
        source: Source[R],
        *,
        in_sight: Callable[[], range],
        arrived: Callable[[], None],
        failed: Callable[[StoreError], None],
    ) -> None:
        self._model, self._source = model, source
        self._in_sight, self._arrived, self._failed = in_sight, arrived, failed
        self._wanted = Wanted()
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer = QTimer(owner, singleShot=True, interval=COALESCE_MS)
        self._timer.timeout.connect(self._fetch)
        model.missing.connect(self.want)

    def want(self) -> None:
        """Fetch the visible rows that are missing, in a moment."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Fetch nothing more for the list as it was; answers on their way are dropped."""
        self._timer.stop()
        self._wanted.clear()
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()

    async def fetch(self, vector: KeyVector, rows: range) -> dict[int, list[R | None]]:
        """Return the pages in which `rows` of another vector lie, before it is shown."""
        pages = pages_of(rows)
        if not pages:
            return {}
        ids = vector.between(pages.start * PAGE, pages.stop * PAGE)
        records = await self._source.records(ids)
        return {page: self._model.in_order(vector, page, records) for page in pages}

    async def idle(self) -> None:
        """Wait until everything in sight is here."""
        while self._tasks or self._timer.isActive():  # noqa: ASYNC110 - a Qt timer
            await asyncio.sleep(COALESCE_MS / 1000)

    def _fetch(self) -> None:
        if asyncio._get_running_loop() is None:  # noqa: SLF001 - the program is ending
            return
        pages = pages_of(self._in_sight())
        self._model.cache.touch(pages)
        self._wanted.ask(page for page in pages if page not in self._model.cache)
        while (page := self._wanted.take()) is not None:
            task = asyncio.get_running_loop().create_task(self._bring(page))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _bring(self, page: int) -> None:
        vector = self._model.vector
        try:
            ids = vector.between(page * PAGE, (page + 1) * PAGE)
            records = await self._source.records(ids)
        except StoreError as refusal:
            self._wanted.arrived(page)
            self._failed(refusal)
        except Exception:  # noqa: BLE001 - a bug, and so the crash reporter's affair
            self._wanted.arrived(page)
            sys.excepthook(*sys.exc_info())
        else:
            if vector is self._model.vector:
                self._wanted.arrived(page)
                self._model.put(page, records)
                self._arrived()
                self.want()  # more may have come into sight meanwhile


def take_note(coming: "asyncio.Future[bytes]") -> None:
    """Take note of a failure that nobody waits for any more, so that asyncio does not complain."""
    if not coming.cancelled():
        coming.exception()
