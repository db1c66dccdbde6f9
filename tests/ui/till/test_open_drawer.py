"""F11: the drawer is opened without a sale, with a reason."""

from PySide6.QtCore import Qt

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.till.shifts.joining import JoinPanel
from storedesk.ui.till.shifts.open_drawer import OpenDrawerPanel
from tests.ui.till.shop import ANA

KEY = Qt.Key


async def test_the_opening_is_written_down_with_its_reason_and_the_sale_stays(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.press(KEY.Key_F11)
    panel = counter.panel
    assert isinstance(panel, OpenDrawerPanel)
    assert panel.reason.hasFocus()
    await counter.press(KEY.Key_Return)
    assert panel.problem.text() == Refused("reason_missing").sentence()
    assert counter.shop.openings == []
    await counter.enter("  change ", widget=panel.reason)
    assert counter.shop.openings == ["change"]
    assert counter.panel is None
    assert counter.view.note.text() == "The opening is written down."
    assert counter.lines == [("Clothes pegs", 1)]
    assert counter.view.entry.hasFocus()


async def test_a_tap_gives_the_reason_and_the_field_keeps_the_keyboard(counter):
    await counter.come()
    await counter.press(KEY.Key_F11)
    counter.panel.likely.buttons[0].click()
    assert counter.panel.reason.hasFocus()
    await counter.press(KEY.Key_Return)
    assert counter.shop.openings == ["Change for a customer"]


async def test_without_a_shift_there_is_no_drawer_to_open(counter):
    counter.shop.shift = None
    await counter.come()
    await counter.press(KEY.Key_F11)
    assert counter.panel is None
    assert counter.view.problem.text() == Refused("shift_not_open").sentence()
    await counter.press(KEY.Key_F7)
    await counter.enter("100", widget=counter.panel.counter.box.field)
    assert counter.shop.shift is not None
    assert counter.view.problem.isHidden(), "it is no longer so"


async def test_in_a_shift_of_others_one_joins_first(counter):
    counter.shop.shift_of(ANA)
    await counter.come()
    await counter.press(KEY.Key_F11)
    assert isinstance(counter.panel, JoinPanel)
    counter.panel.form.password.show_value("right")
    await counter.press(KEY.Key_Return)
    assert isinstance(counter.panel, OpenDrawerPanel)


async def test_it_is_offered_beside_the_count_too_by_a_button_and_by_the_key(counter):
    await counter.come()
    await counter.press(KEY.Key_F7)
    counter.panel.no_sale.click()
    assert isinstance(counter.panel, OpenDrawerPanel)
    await counter.press(KEY.Key_Escape, KEY.Key_F7, KEY.Key_F11)
    assert isinstance(counter.panel, OpenDrawerPanel)
