"""A window in which nothing happens does nothing: no message, dialog or page paints by itself."""

import asyncio
from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from storedesk.ui.kit.dialogs.progress import ProgressDialog
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.test_keyboard import KINDS, stage  # noqa: F401 - a fixture

TURNS = 40
BLINKS = 6
"""What a blinking cursor, or a badge that comes late, may have painted meanwhile."""
EVENTS = (QEvent.Type.Paint, QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest)


class Watch(QObject):
    """Counts the events that a restless widget has again and again."""

    def __init__(self):
        super().__init__()
        self.seen = Counter()

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's own
        if event.type() in EVENTS:
            self.seen[type(watched).__name__, event.type().name] += 1
        return False


async def restless(turns=TURNS):
    """Return who had more of such events than a cursor's blinking explains."""
    for _ in range(turns):  # what is on its way arrives
        await asyncio.sleep(0.01)
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    for _ in range(turns):
        await asyncio.sleep(0.01)
    QApplication.instance().removeEventFilter(watch)
    return {who: count for who, count in watch.seen.items() if count > BLINKS}


@pytest.mark.parametrize("person", ["cyd", "dee"])
async def test_no_page_is_restless_with_a_message_or_without(house, person):  # noqa: F811
    house.is_whole = True  # else pages are made while others are looked at
    await house.come()
    await house.enter(person)
    frame = house.window.frame
    for key, page in frame.pages.items():
        frame.go(key)
        await house.idle()
        assert await restless() == {}, key
        page.note.say("Saved.")
        page.problem.say("Something is wrong. Try again.")
        assert await restless() == {}, key
        page.note.hide()
        page.problem.hide()


STILL = [one for one in KINDS if one is not ProgressDialog]  # whose bar moves


@pytest.mark.parametrize("kind", STILL, ids=lambda kind: kind.__name__)
async def test_no_form_is_restless(stage, kind):  # noqa: F811
    await stage.show(kind)
    assert await restless(15) == {}
    await stage.end()
