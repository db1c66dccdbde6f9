"""Measures what a long list costs the GUI thread: `python tests/ui/kit/measure.py [rows ...]`.

CPU time of the GUI thread in milliseconds a frame; the source answers at once, from memory.
"""

import asyncio
import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

import qasync
from gallery import COLUMNS, Orders
from PySide6.QtWidgets import QApplication

from storedesk.ui.kit.base.garbage import GarbageCollection
from storedesk.ui.kit.lists.columns import Sort
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.looks.theme import THEME, Scheme

FRAMES = 200


class Remembered(Orders):
    """Orders whose keys were made before."""

    def __init__(self, count):
        super().__init__(count)
        self.made = None

    async def keys(self, sort, wanted):
        if self.made is None:
            self.made = await super().keys(sort, wanted)
        return self.made


class Gaps:
    """Counts the CPU time of this thread between two rounds of the loop."""

    def __init__(self):
        self.longest = 0.0

    async def watch(self):
        while True:
            before = time.thread_time()
            await asyncio.sleep(0)
            self.longest = max(self.longest, (time.thread_time() - before) * 1000)


def frame(table):
    before = time.thread_time()
    table.viewport().repaint()
    return (time.thread_time() - before) * 1000


async def scroll(table, step):
    spent = []
    bar = table.verticalScrollBar()
    for _ in range(FRAMES):
        before = time.thread_time()
        bar.setValue(bar.value() + step)
        table.viewport().repaint()
        spent.append((time.thread_time() - before) * 1000)
        await asyncio.sleep(0.004)
    return spent


def say(what, spent):
    middle, worst = statistics.median(spent), max(spent)
    print(f"  {what:<34} median {middle:6.2f}   worst {worst:6.2f}")


async def measure(count):
    print(f"{count:,} rows")
    source = Remembered(count)
    await source.keys(None, None)
    table = LongTable(COLUMNS, source, name="Orders", sort=Sort("placed"), empty=("", ""))
    table.resize(1366, 768)
    table.show()
    gaps = Gaps()
    watching = asyncio.ensure_future(gaps.watch())
    for what, action in (("load", table.ask), ("re-sort", table.ask), ("refresh", table.refresh)):
        await asyncio.sleep(0.05)
        gaps.longest = 0.0
        await action()
        await asyncio.sleep(0.05)
        say(f"{what}: longest piece", [gaps.longest])
    watching.cancel()
    say("full repaint", [frame(table) for _ in range(50)])
    say("scroll by 40 px", await scroll(table, 40))
    say("scroll by a page", await scroll(table, 700))
    say("drag through everything", await scroll(table, count * 40 // FRAMES))
    table.stop()
    table.close()


async def main():
    garbage = GarbageCollection()
    garbage.start()
    for count in map(int, sys.argv[1:] or ("100000", "1000000")):
        await measure(count)
    garbage.stop()


if __name__ == "__main__":
    app = QApplication([])
    THEME.install(app, Scheme.LIGHT)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        runner.run(main())
