"""A message on any page moves nothing, and at the till covers neither a line nor a total."""

import asyncio

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.base.notice_stack import WIDTH
from storedesk.ui.kit.looks.tokens import Tone
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

LONG = "The store's database does not answer since 14:02. Trying again every few seconds. " * 2


def place(window, widget):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


async def settled(window, page):
    """Wait until the layouts of a page have done their work, which some do in two goes."""
    before = None
    async with asyncio.timeout(10):
        while before != (before := [place(window, one) for one in page.findChildren(QWidget)]):
            await asyncio.sleep(0.05)


async def test_nothing_on_any_page_moves_for_a_message(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    window, frame = house.window, house.window.frame
    for width, height in ((1366, 768), (1024, 700)):
        window.resize(width, height)
        for key, page in frame.pages.items():
            frame.go(key)
            await house.idle()
            await settled(window, page)
            parts = [one for one in page.findChildren(QWidget)
                     if one.isVisible() and not page.notices.isAncestorOf(one)
                     and one is not page.notices]  # fmt: skip
            before = {one: place(window, one) for one in parts}
            frame.notices.show_lost(LONG)
            frame.notices.show_room(is_little=True, is_none=False)
            page.problem.say(LONG, Tone.BAD)
            page.note.say("12 prices raised by 5 %.")
            shown = [page.problem, page.note, frame.notices.lost, frame.notices.room]
            assert all(one.isVisible() for one in shown), key
            boxes = [place(window, one) for one in shown]
            assert all(window.rect().contains(box) for box in boxes), key
            assert not any(
                one.intersects(other) for at, one in enumerate(boxes) for other in boxes[:at]
            ), key
            assert {one: place(window, one) for one in parts} == before, key
            page.problem.hide()
            page.note.hide()
            frame.notices.show_lost("")
            frame.notices.show_room(is_little=False, is_none=False)
            assert not page.notices.isVisible()
            assert not frame.notices.isVisible()
    house.leave()


async def test_a_message_at_the_till_covers_neither_a_line_nor_a_total(house):  # noqa: F811
    await house.come()
    await house.enter("bob")
    window, frame = house.window, house.window.frame
    frame.go("till")
    await house.idle()
    till = frame.pages["till"]
    for width, height in ((1366, 768), (1920, 1080)):
        window.resize(width, height)
        till.problem.say("Only 2 of Oat Scone are there; 5 were wanted.", Tone.BAD)
        box = place(window, till.problem)
        assert not box.intersects(place(window, till.side))
        assert not box.intersects(place(window, till.lines.list))
        assert not box.intersects(place(window, till.entry))
    house.leave()


async def test_a_long_message_at_the_till_with_a_button_is_low(house):  # noqa: F811
    await house.come()
    await house.enter("bob")
    window, frame = house.window, house.window.frame
    frame.go("till")
    await house.idle()
    till = frame.pages["till"]
    for width, height in ((1366, 768), (1920, 1080)):
        window.resize(width, height)
        till.unprinted.say(
            "The receipt ORD-2026-002326 for ann@example.com is in the Outbox."
            " A demo store sends no e-mail."
        )
        box, keys = place(window, till.unprinted), place(window, till.keys)
        assert box.width() > WIDTH
        assert box.top() >= keys.top() - 16, "the total of what was paid stays free"
    house.leave()
