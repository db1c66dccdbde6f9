"""Ctrl+Z at the till: the last change of the sale, as the page does it and says it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import Undone
from storedesk.ui.kit.base.format import Format
from storedesk.ui.till.labels import undone
from tests.ui.till.shop import usd

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


async def undo(counter, widget=None):
    counter.clock.pass_()
    QTest.keyClick(widget or counter.view.entry, KEY.Key_Z, CTRL)
    await counter.view.idle()


async def test_the_key_undoes_change_after_change_and_says_which(counter):
    await counter.come()
    await counter.scan("PEGS", "SOAP-OAT", "PEGS")
    await counter.press(KEY.Key_Delete)
    assert counter.lines == [("Oat soap", 1)]

    await undo(counter)
    assert counter.lines == [("Clothes pegs", 2), ("Oat soap", 1)]
    assert counter.view.note.text() == "Undone: 2 × Clothes pegs is back."
    await undo(counter)
    assert counter.lines == [("Clothes pegs", 1), ("Oat soap", 1)]
    assert counter.view.note.text() == "Undone: 1 × Clothes pegs taken off again."


async def test_the_button_under_the_lines_does_it_too(counter):
    await counter.come()
    await counter.scan("PEGS", "SOAP-OAT")
    await counter.click(counter.view.undo)
    assert counter.lines == [("Clothes pegs", 1)]
    assert counter.view.entry.hasFocus()


async def test_in_a_field_with_text_the_key_means_the_text(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.type("soap")
    await undo(counter)
    assert counter.view.entry.text() == ""
    assert counter.lines == [("Clothes pegs", 1)]
    await undo(counter)
    assert counter.lines == []


async def test_scans_on_their_way_come_before_it(counter):
    await counter.come()
    counter.view.scans.take("PEGS")
    counter.view.scans.take("SOAP-OAT")
    QTest.keyClick(counter.view.entry, KEY.Key_Z, CTRL)
    await counter.view.idle()
    assert counter.lines == [("Clothes pegs", 1)]


async def test_the_customer_is_the_one_before(counter):
    await counter.come()
    await counter.scan("PEGS")
    counter.view.selling.attach(counter.shop.people[0].id)
    await counter.view.idle()
    await undo(counter)
    assert counter.view.chip.customer is None
    assert counter.view.note.text() == "Undone: the sale is for nobody in particular again."


async def test_nothing_to_undo_is_said_and_is_nobodys_fault(counter):
    await counter.come()
    await undo(counter)
    assert counter.view.problem.text() == Refused("nothing_to_undo").sentence()
    assert "undo_change" not in counter.shop.asked


async def test_what_is_paid_is_a_return(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.pay()
    await counter.press(KEY.Key_Return)
    await undo(counter)
    assert counter.view.problem.text() == (
        "Order ORD-2026-000001 is paid, so nothing of it can be undone. Take it back as a return."
    )
    await counter.scan("SOAP-OAT")
    await undo(counter)
    assert counter.lines == []


async def test_behind_a_panel_nothing_is_undone(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.press(KEY.Key_F8)
    await undo(counter, counter.panel.field)
    assert counter.lines == [("Clothes pegs", 1)]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ((3, 1, "M / Blue"), "Undone: 2 × Shirt, M / Blue taken off again."),
        ((0, 1200, None), "Undone: 1,200 × Shirt is back."),
        ((2, 2, None), "Undone: Shirt costs $8.90 again."),
    ],
)
def test_each_change_has_its_words(change, words):
    was, pieces, variant = change
    told = Undone(None, "Shirt", variant, was, pieces, usd("8.90"), None)
    assert undone(told, Format("en_US")) == words


def test_a_note_has_words_of_its_own():
    told = Undone(None, "Shirt", None, 2, 2, usd("8.90"), None, is_priced=False)
    assert undone(told, Format("en_US")) == "Undone: Shirt has the note from before."


def test_the_customer_has_a_name():
    told = Undone(None, None, None, 0, 0, None, "Ann Other")
    assert undone(told, Format("en_US")) == "Undone: the sale is for Ann Other again."
