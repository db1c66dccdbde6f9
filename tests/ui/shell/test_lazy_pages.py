"""A page is made when it is first wanted, and the others while nothing else is done."""

import asyncio
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.base.actions import Action
from storedesk.ui.kit.dialogs.palette import Palette
from storedesk.ui.kit.dialogs.shortcuts import ShortcutSheet
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.shell import lazy_pages
from storedesk.ui.shell.lazy_pages import LazyPages
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

IMPORTED = """
import asyncio, sys
from storedesk.ui.shell.loading import load_pages
left = {steps}
def may_go_on():
    global left
    left -= 1
    return left >= 0
asyncio.run(load_pages(may_go_on))
pages = ("till", "orders", "outbox")
print(*(name for name in pages if f"storedesk.ui.{{name}}.view" in sys.modules))
"""
STEPS = """
import sys
from storedesk.ui.shell import loading
ours = lambda: {name for name, module in sys.modules.items()
                if name.startswith("storedesk.ui.") and not hasattr(module, "__path__")}
before = ours()
for name in loading.page_imports():
    print(name, len(ours() - before))
    before = ours()
for entry in sys.modules["storedesk.ui.shell.pages"].pages():
    entry.load()
print("left", len(ours() - before))
"""


@pytest.fixture
def fresh(house, monkeypatch):  # noqa: F811
    monkeypatch.setattr(lazy_pages, "PAUSE_MS", 60_000)
    return house


async def test_who_signs_in_waits_for_the_first_page_alone(fresh):
    await fresh.come()
    await fresh.enter("cyd")
    frame = fresh.window.frame
    first = "till"  # where this workstation has one, and not on the start page
    assert list(frame.pages.made()) == [first]
    assert frame.pages[first].isVisible()
    listed = [one.key for one in frame.entries if one.is_listed]
    assert list(frame.side_bar.items)[: len(listed)] == listed

    frame.go("outbox")
    await fresh.idle()
    assert list(frame.pages.made()) == [first, "outbox"]
    assert frame.pages["outbox"].isVisible()
    fresh.leave()


async def test_the_sheet_of_a_page_waits_for_no_other(fresh):
    await fresh.come()
    await fresh.enter("cyd")
    actions = fresh.window.actions_at_hand
    actions.named("window.keys").run()
    assert list(fresh.window.frame.pages.made()) == ["till"]
    (shown,) = fresh.window.findChildren(ShortcutSheet)
    shown.reject()
    await fresh.idle()
    fresh.leave()


async def test_the_palette_holds_every_action_of_the_program(fresh):
    await fresh.come()
    await fresh.enter("cyd")
    actions, frame = fresh.window.actions_at_hand, fresh.window.frame
    actions.named("window.palette").run()
    (palette,) = fresh.window.findChildren(Palette)
    assert list(frame.pages.made()) == ["till"], "nobody waits for the other pages"
    palette.grab()
    async with asyncio.timeout(60):
        while palette._rest.isActive():
            await asyncio.sleep(0.01)
    assert list(frame.pages.made()) == [one.key for one in frame.entries]
    held = {one.name for one in palette.offers() if isinstance(one, Action)}
    typed = {one.name for one in actions.all() if one.is_typed}
    assert {one.name for one in actions.all()} - held == typed | {"window.palette"}
    palette.reject()
    await fresh.idle()
    fresh.leave()


async def test_the_palette_is_there_within_fifty_milliseconds(fresh):
    await fresh.come()
    await fresh.enter("cyd")
    spent = []
    for _ in range(20):
        begun = time.thread_time()
        fresh.window.actions_at_hand.named("window.palette").run()
        palette = covering()
        palette.grab()
        spent.append(time.thread_time() - begun)
        palette.reject()
        await asyncio.sleep(0)
    assert sorted(spent)[-2] < 0.05, spent
    await fresh.idle()
    fresh.leave()


async def test_what_is_done_from_the_palette_is_done_in_sight(fresh):
    await fresh.come()
    await fresh.enter("cyd")
    actions, frame = fresh.window.actions_at_hand, fresh.window.frame
    while actions.complete_one():
        pass
    actions.take(actions.named("catalog.new"))
    await fresh.idle()
    assert frame.key() == "products"
    assert frame.pages["products"].editor.isVisible()
    assert actions.used[0] == "catalog.new"
    fresh.window.switch_user()
    await fresh.enter("cyd")
    assert actions.used == ["catalog.new"], "also tomorrow"
    fresh.leave()


async def test_the_others_are_made_behind_the_first(house, monkeypatch):  # noqa: F811
    monkeypatch.setattr(lazy_pages, "PAUSE_MS", 1)
    await house.come()
    await house.enter("cyd")
    pages = house.window.frame.pages
    async with asyncio.timeout(60):
        while len(pages.made()) < len(pages):
            await asyncio.sleep(0.01)
    house.leave()


def test_each_is_made_once_and_none_after_the_end(qtbot):
    owner, made = QObject(), []
    makers = {key: (lambda key=key: made.append(key) or key) for key in ("till", "orders", "mail")}
    pages = LazyPages(owner, makers)
    pages._timer.setInterval(1)
    assert ("mail" in pages, "post" in pages, made) == (True, False, []), "asking makes none"
    assert (pages["orders"], pages["orders"], made) == ("orders", "orders", ["orders"])
    pages.make_others()
    qtbot.waitUntil(lambda: len(made) == 3)
    assert made == ["orders", "till", "mail"]
    assert list(pages.made()) == list(makers)
    assert not pages._timer.isActive(), "there is nothing left to make"

    others = LazyPages(owner, makers)
    others.make_others()
    others.stop()
    assert not others.made()


@pytest.mark.parametrize(("steps", "expected"), [(0, ""), (10, ""), (10_000, "till orders outbox")])
def test_pages_are_imported_until_somebody_waits(steps, expected):
    assert output(IMPORTED.format(steps=steps)) == expected


def test_a_step_imports_few_modules_and_all_steps_whatever_the_pages_need():
    *steps, left = (line.split() for line in output(STEPS).splitlines())
    assert len(steps) > 100
    assert {number for _, number in steps} == {"1"}, "keys wait meanwhile"
    assert left == ["left", "0"]


def output(program):
    """Run a program in a Python of its own, and return what it prints."""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()


class Shown(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self):
        super().__init__()
        self.windows = []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt calls it
        """Answer Qt: nothing is taken away."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("person", ["cyd", "dee"])  # together they have every page
async def test_no_part_of_a_page_is_a_window_for_a_moment(house, qapp, person):  # noqa: F811
    """It would flash on the screen, and take the keyboard away."""
    shown = Shown()
    await house.come()
    qapp.installEventFilter(shown)
    try:
        await house.enter(person)
        frame = house.window.frame
        while frame.pages.make_next():
            pass
        for key in frame.pages:
            frame.go(key)
            await house.idle()
    finally:
        qapp.removeEventFilter(shown)
    assert shown.windows == []
