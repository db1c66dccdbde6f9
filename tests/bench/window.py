"""A window on a store of any size, in a process of its own: `window.py DSN SIZE` prints figures."""

import asyncio
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_NO_GLIB"] = "1"  # GLib's dispatcher does not tell when it goes to sleep
sys.path.insert(0, str(Path(__file__).parent.parent))

import psutil
import qasync
from bench.gui import Pieces, _scroll, _search
from bench.measure import Figure, alone
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from storedesk import api, queries
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk
from storedesk.ui.catalog.view import ProductsView
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.garbage import GarbageCollection
from storedesk.ui.kit.base.scanner import ScannerGuard
from storedesk.ui.kit.looks.theme import THEME, Scheme

MOST_MB = 250


async def _jump(page: ProductsView, _size: int) -> None:
    """Go to the end and back by keys, and read the row that is then chosen."""
    page.table.setFocus()
    for turn in range(20):
        key = Qt.Key.Key_Home if turn % 2 else Qt.Key.Key_End
        QTest.keyClick(page.table, key)
        await page.table.feed.idle()
        await page.idle()
        await asyncio.sleep(0.05)


async def _sort(page: ProductsView, _size: int) -> None:
    for name in ("price", "available", "name"):
        page.table.horizontalHeader().sorted.emit(type(page.table.sort)(name))
        await asyncio.sleep(0.1)
        await page.idle()


async def _refresh(page: ProductsView, _size: int) -> None:
    """Hear news with a row in the middle chosen: all keys are asked for, and it is found again."""
    page.table.selectRow(page.table.rows.rowCount() // 2)
    for _ in range(5):
        page.changed()
        await asyncio.sleep(0.1)
        await page.idle()


async def measure(dsn: str, size: int) -> list[Figure]:
    """Drive the products page as somebody would."""
    desk = Desk(Database(dsn))
    me = await desk.read(api.staff.me)
    page = ProductsView(
        PageContext(
            desk=desk, actions=Actions(), scanner=ScannerGuard(), format=Format("en_US", "UTC"),
            store=await desk.read(queries.store_settings.settings), me=me,
        )
    )  # fmt: skip
    garbage, pieces, process = GarbageCollection(), Pieces(), psutil.Process()
    garbage.start()
    found, most = [], 0
    page.resize(1190, 740)
    page.show()
    await asyncio.sleep(1)
    await page.idle()
    for name, work in (
        ("gui_scroll", _scroll), ("gui_jump", _jump), ("gui_search", _search),
        ("gui_sort", _sort), ("gui_news", _refresh),
    ):  # fmt: skip
        pieces.times.clear()
        await work(page, size)
        await page.idle()
        most = max(most, process.memory_info().rss)
        found.append(pieces.figure(name, size))
    megabytes = most / 1024 / 1024
    found.append(alone("window_mb", size, megabytes, MOST_MB, unit="MB"))
    garbage.stop()
    page.stop()
    page.close()
    desk.close()
    return found


def main() -> None:
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    THEME.install(app, Scheme.LIGHT)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        found = runner.run(measure(sys.argv[1], int(sys.argv[2])))
    print(json.dumps([one.payload() for one in found]))


if __name__ == "__main__":
    main()
