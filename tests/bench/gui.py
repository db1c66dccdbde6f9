"""How long the GUI is busy in one piece while someone scans, searches and scrolls."""

import asyncio
import math
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from uuid import UUID

import qasync
from bench.big_store import BigStore
from bench.measure import Figure, alone
from PySide6.QtCore import QAbstractEventDispatcher, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from storedesk import api, queries
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk
from storedesk.ui.catalog.view import ProductsView
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.garbage import GarbageCollection
from storedesk.ui.kit.base.scanner import HOLD_MS, ScannerGuard
from storedesk.ui.kit.looks.theme import THEME, Scheme
from storedesk.ui.till.view import TillView

LIMIT_MS = 16.0
SEEN_MS = 100.0
"""From a letter to its list, nobody waits."""
TYPED = ("bamboo mug", "linen", "blue 12", "red kettle", "wooden c", "glass lantern")
IDLE_MS = 0.2
"""Pieces shorter than this are the loop turning over: they do not count, for or against."""


class Pieces:
    """Notes the processor time of every turn of Qt's loop, from waking up to going to sleep."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self._woken = time.thread_time()
        loop = QAbstractEventDispatcher.instance()
        loop.awake.connect(self._wake)
        loop.aboutToBlock.connect(self._rest)

    def _wake(self) -> None:
        self._woken = time.thread_time()

    def _rest(self) -> None:
        took = (time.thread_time() - self._woken) * 1000
        if took > IDLE_MS:
            self.times.append(took)

    def clear(self) -> None:
        """Forget what was noted, and the piece of now."""
        self.times.clear()
        self._wake()

    def figure(self, name: str, size: int) -> Figure:
        """Sum up, and forget: the 99th of a hundred pieces, that of now included.

        Where something is always due the loop never goes to sleep: all of it is one piece.
        """
        self._rest()
        self._wake()
        runs = len(self.times)
        ordered, self.times = sorted(self.times) or [0.0], []
        p99 = ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]
        print(f"  {name}: {runs} pieces, worst {ordered[-1]:.1f} ms")
        return alone(name, size, p99, LIMIT_MS, unit="ms", runs=runs)


def figures(bench: BigStore, register: UUID, size: int, *, share: float = 1) -> Iterator[Figure]:
    """Measure with the real pages, offscreen, on a store of `size` products.

    `share` is how much of the work is done.
    """
    os.environ["QT_NO_GLIB"] = "1"  # GLib's dispatcher does not tell when it goes to sleep
    app = QApplication.instance() or QApplication([])
    app.setQuitOnLastWindowClosed(False)
    THEME.install(app, Scheme.LIGHT)
    found: list[Figure] = []
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        runner.run(_measure(bench, register, size, found, share))
    yield from found


async def _measure(
    bench: BigStore, register: UUID, size: int, found: list[Figure], share: float
) -> None:
    desk = Desk(Database(bench.dsn("boss")))
    me, settings = await desk.read(api.staff.me), await desk.read(queries.store_settings.settings)
    here = next(
        one for one in await desk.read(queries.store_settings.registers) if one.id == register
    )
    if await desk.read(queries.shifts.open_shift_at, register) is None:
        await desk.do(
            api.shifts.open_shift, register_id=register, opening_float=Money.of(100, "USD")
        )
    context = PageContext(
        desk=desk, actions=Actions(), scanner=ScannerGuard(), format=Format("en_US", "UTC"),
        store=settings, me=me, register=here,
    )  # fmt: skip
    selling = TillView(context)
    products = ProductsView(replace(context, actions=Actions()))
    garbage = GarbageCollection()
    garbage.start()
    pieces, shown = Pieces(), Shown()
    for name, page, work in (
        ("gui_scan", selling, _scan),
        ("gui_till_search", selling, shown.search),
        ("gui_search", products, _search),
        ("gui_scroll", products, _scroll),
    ):
        page.resize(1190, 740)
        page.show()
        await asyncio.sleep(1)
        await page.idle()
        pieces.clear()
        await work(page, size, share)
        await page.idle()
        found.append(pieces.figure(name, size))
        page.hide()
    found.append(shown.figure(size))
    garbage.stop()
    for page in (selling, products):
        page.stop()
        page.close()
    desk.close()


async def _scan(page: TillView, size: int, share: float = 1) -> None:
    chance = Random(3)
    for _ in range(math.ceil(60 * share)):
        QTest.keyClicks(page.entry, f"P{chance.randint(1, size)}")
        QTest.keyClick(page.entry, Qt.Key.Key_Return)
        await asyncio.sleep(0.08)
    page.selling.discard()


class Shown:
    """Notes how long it takes from a letter at the till to the painted list that answers it.

    The letter goes to the field at once: the scanner guard would hold it back for HOLD_MS first.
    """

    def __init__(self) -> None:
        self.times: list[float] = []

    async def search(self, page: TillView, _size: int, share: float = 1) -> None:
        for words in TYPED[: math.ceil(len(TYPED) * share)]:
            for letter in words:
                began = time.perf_counter()
                QTest.keyClicks(page.entry, letter)
                async with asyncio.timeout(10):
                    while not page.popup.answers(page.entry.text()):
                        await asyncio.sleep(0.001)
                page.popup.list.viewport().repaint()
                self.times.append((time.perf_counter() - began) * 1000)
                await asyncio.sleep(0.06)
            page.controller.escape()

    def figure(self, size: int) -> Figure:
        """Sum up: nine letters in ten are answered so soon."""
        ordered = sorted(self.times)
        most = ordered[min(len(ordered) - 1, len(ordered) * 9 // 10)]
        print(f"  till_search_shown: median {ordered[len(ordered) // 2]:.1f} ms")
        limit = SEEN_MS - HOLD_MS
        return alone("till_search_shown", size, most, limit, unit="ms", runs=len(ordered))


async def _search(page: ProductsView, _size: int, share: float = 1) -> None:
    searches = ("bamboo mug", "red linen", "clock 12", "kettle")
    for words in searches[: math.ceil(4 * share)]:
        for letter in words:
            QTest.keyClicks(page.search, letter)
            await asyncio.sleep(0.06)
        await asyncio.sleep(0.4)
        page.search.clear()
    await asyncio.sleep(0.5)


async def _scroll(page: ProductsView, _size: int, share: float = 1) -> None:
    bar = page.table.verticalScrollBar()
    for _ in range(math.ceil(150 * share)):
        _wheel(page.table.viewport(), -360)
        await asyncio.sleep(0.016)
    for step in range(math.ceil(100 * share)):
        bar.setValue(bar.maximum() * step // 100)
        await asyncio.sleep(0.016)


def _wheel(widget: QWidget, by: int) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(0, by),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's
    )
    QApplication.postEvent(widget, event)
