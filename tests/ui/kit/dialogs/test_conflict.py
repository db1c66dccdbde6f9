import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from storedesk.domain.merging import MergeSide, merge
from storedesk.ui.kit.dialogs.conflict import Contested, settle
from storedesk.ui.kit.input.covers import covering

KEY = Qt.Key
BASE = {"name": "Mug", "price": "2.50", "text": ""}


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    return window


def asked(window, mine, theirs, who=""):
    merged = merge(BASE, {**BASE, **mine}, {**BASE, **theirs})
    return asyncio.ensure_future(
        settle(
            window,
            "Mug",
            merged,
            lambda clash: Contested(clash.field.title(), str(clash.mine), str(clash.theirs)),
            who=who,
        )
    )


async def opened():
    await asyncio.sleep(0)
    return covering()


async def test_different_fields_merge_without_a_question(window):
    asking = asked(window, {"name": "Cup"}, {"price": "3.00"})
    assert await opened() is None
    assert await asking == {"name": "Cup", "price": "3.00", "text": ""}


async def test_each_clash_is_decided_by_keys_and_only_then_saved(window):
    asking = asked(
        window, {"name": "Cup", "price": "3.00"}, {"name": "Jug", "price": "4.00"}, who="Maya"
    )
    dialog = await opened()
    assert list(dialog.fields) == ["name", "price"]
    assert not dialog.save.isEnabled()

    QTest.keyClick(dialog, KEY.Key_Return)
    assert dialog.isVisible(), "nothing is decided beforehand"
    QTest.keyClick(dialog.focusWidget(), KEY.Key_Left)
    QTest.keyClick(dialog.focusWidget(), KEY.Key_Down)
    assert dialog.fields["price"].hasFocus()
    assert dialog.focusWidget() is dialog.fields["price"].mine
    QTest.keyClick(dialog.focusWidget(), KEY.Key_Right)
    assert dialog.answers() == {"name": MergeSide.MINE, "price": MergeSide.THEIRS}
    QTest.keyClick(dialog.focusWidget(), KEY.Key_Return)

    assert await asking == {"name": "Cup", "price": "4.00", "text": ""}


async def test_a_click_takes_a_side_and_another_click_the_other(window):
    asking = asked(window, {"name": "Cup"}, {"name": "Jug"})
    field = (await opened()).fields["name"]
    field.mine.click()
    field.theirs.click()
    assert field.side is MergeSide.THEIRS
    (await opened()).save.click()
    assert (await asking)["name"] == "Jug"


async def test_whoever_goes_on_editing_has_decided_nothing(window):
    asking = asked(window, {"name": "Cup"}, {"name": "Jug"})
    QTest.keyClick(await opened(), KEY.Key_Escape)
    assert await asking is None


async def test_what_looks_like_html_is_shown_as_it_is(window):
    asking = asked(window, {"text": "<b>x</b>"}, {"text": "<img src=/dev/zero>"})
    dialog = await opened()
    assert dialog.fields["text"].theirs.value == "<img src=/dev/zero>"
    assert not dialog.grab().isNull()
    dialog.reject()
    await asking
