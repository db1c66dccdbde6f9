"""A note for a line of the sale, typed at the till and seen wherever the line is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.till.sale.note_panel import LONGEST, NotePanel

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


async def begin(counter, *codes):
    await counter.come()
    await counter.scan(*(codes or ("PEGS", "SOAP-OAT")))
    QTest.keyClick(counter.view.entry, KEY.Key_T, CTRL)
    await counter.view.idle()
    assert isinstance(counter.panel, NotePanel)
    return counter.panel


def notes(counter):
    return {line.name: line.note for line in counter.sale.lines if line.note}


async def test_the_current_line_is_noted_by_keys(counter):
    panel = await begin(counter)
    assert panel.field.hasFocus()
    await counter.enter("gift wrapped")
    assert counter.panel is None
    assert notes(counter) == {"Oat soap": "gift wrapped"}
    assert counter.view.entry.hasFocus()


async def test_another_line_is_chosen_first(counter):
    await counter.come()
    await counter.scan("PEGS", "SOAP-OAT")
    await counter.press(KEY.Key_Up)
    await counter.click(counter.view.note_key)
    await counter.enter("engraving: Anna")
    assert notes(counter) == {"Clothes pegs": "engraving: Anna"}


async def test_a_note_is_typed_over_or_removed(counter):
    await begin(counter)
    await counter.enter("gift wrapped")
    await counter.click(counter.view.note_key)
    assert counter.panel.field.selectedText() == "gift wrapped"
    await counter.enter("in blue")
    assert notes(counter) == {"Oat soap": "in blue"}
    await counter.click(counter.view.note_key)
    await counter.press(KEY.Key_Delete)
    await counter.enter()
    assert notes(counter) == {}


async def test_esc_changes_nothing(counter):
    await begin(counter)
    await counter.type("gift wrapped", counter.panel.field)
    await counter.press(KEY.Key_Escape)
    assert notes(counter) == {}


async def test_the_sale_and_its_total_stay_in_sight(counter):
    await begin(counter)
    assert counter.view.lines.isVisible()
    assert counter.view.panel_host.facts.total.isVisible()


async def test_without_a_line_there_is_nothing_to_note(counter):
    await counter.come()
    await counter.click(counter.view.note_key) if counter.view.note_key.isVisible() else None
    QTest.keyClick(counter.view.entry, KEY.Key_T, CTRL)
    await counter.view.idle()
    assert counter.panel is None
    assert counter.view.problem.text() == Refused("sale_empty").sentence()


async def test_no_more_is_typed_than_is_kept(counter):
    panel = await begin(counter)
    await counter.type("x" * (LONGEST + 5), panel.field)
    assert len(panel.field.text()) == LONGEST


@pytest.mark.parametrize("words", ["4111 1111 1111 1111", "gift wrapped"])
async def test_what_is_refused_is_said_and_what_was_typed_stays(counter, words):
    panel = await begin(counter)
    counter.shop.fails["note_line"] = [Refused("card_number")]
    await counter.enter(words)
    assert counter.panel is panel
    assert panel.problem.text()
    assert panel.field.text() == words
    assert notes(counter) == {}


async def test_ctrl_z_brings_back_the_note_from_before(counter):
    await begin(counter)
    await counter.enter("gift wrapped")
    QTest.keyClick(counter.view.entry, KEY.Key_Z, CTRL)
    await counter.view.idle()
    assert notes(counter) == {}
    assert counter.view.note.text() == "Undone: Oat soap has the note from before."


async def test_a_screen_reader_hears_it(counter):
    await begin(counter)
    await counter.enter("gift wrapped")
    line = counter.sale.lines[-1]
    assert "gift wrapped" in counter.view.lines.painter.words(line)


@pytest.mark.parametrize("width", [360, 520, 750])
async def test_it_is_drawn_under_the_name(counter, width):
    await begin(counter, "PEGS")
    await counter.enter("gift wrapped")
    painter, [line] = counter.view.lines.painter, counter.sale.lines

    def drawn(note):
        image = QImage(width, 56, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        on = QPainter(image)
        object.__setattr__(line, "note", note)
        painter.paint(on, image.rect().toRectF(), line, False)  # noqa: FBT003
        on.end()
        return image

    assert drawn("gift wrapped") != drawn(None)
