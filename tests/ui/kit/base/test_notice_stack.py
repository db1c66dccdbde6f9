"""Messages lie over a corner of the page: they come and go, and nothing else moves."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QListWidget, QPushButton

from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.cards import PageHeader

LONG = "Only 2 of the enamel mug are there, and 5 were wanted. Set the quantity to 2. " * 3


@pytest.fixture
def page(qtbot):
    made = View(None)
    made.refresh = lambda: None
    made.list = QListWidget()
    made.lay_out(made.list, header=PageHeader("Products"))
    made._stale = False
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def place(page, widget):
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def test_nothing_moves_as_messages_come_and_go(page):
    before = place(page, page.list)
    for say in (lambda: page.problem.say("No."), lambda: page.note.say("Yes."), page.problem.hide):
        say()
        assert place(page, page.list) == before
        assert page.notices.isVisible()
    page.note.hide()
    assert not page.notices.isVisible()
    assert place(page, page.list) == before


def test_the_last_one_is_nearest_to_the_corner_and_all_are_read_whole(page, qtbot):
    page.note.say("12 prices raised by 5 %.")
    page.problem.say(LONG)
    qtbot.waitUntil(lambda: place(page, page.problem).top() > place(page, page.note).bottom())
    page.note.say("12 prices taken back.")
    qtbot.waitUntil(lambda: place(page, page.note).top() > place(page, page.problem).bottom())
    for banner in (page.problem, page.note):
        box = place(page, banner)
        assert page.rect().contains(box)
        words = banner.words
        assert words.height() >= words.heightForWidth(words.width())
        assert banner.rect().contains(QRect(words.mapTo(banner, QPoint(0, 0)), words.size()))


def test_the_mouse_reaches_the_page_beside_the_messages(page):
    page.note.say("Saved.")
    box = place(page, page.note)
    assert page.childAt(box.center()) in {page.note, page.note.words}
    for away in (40, 3):
        for beside in (QPoint(box.left() - away, box.top()), QPoint(box.left(), box.top() - away)):
            assert page.list in {page.childAt(beside), page.childAt(beside).parent()}


def test_they_keep_to_the_corner_of_a_window_that_is_made_smaller(page):
    page.note.say(LONG)
    for width, height in ((420, 500), (1400, 900)):
        page.resize(width, height)
        box = place(page, page.note)
        assert page.rect().contains(box)
        assert page.width() - box.right() <= 25


def test_they_lie_above_what_lies_in_the_same_corner(page):
    page.note.say("Saved.")
    low = place(page, page.note).bottom()
    page.notices.lift(60)
    assert place(page, page.note).bottom() == low - 60
    other = Banner()
    page.notices.add(other)
    other.say("And this.")
    assert place(page, other).bottom() == low - 60


def test_a_note_stays_under_the_mouse_and_longer_with_something_to_do_in_it(page):
    page.note.say("Saved.")
    spot = QPointF(1, 1)
    page.note.enterEvent(QEnterEvent(spot, spot, spot))
    assert not page.note._timer.isActive()
    page.note.leaveEvent(QEvent(QEvent.Type.Leave))
    assert page.note._timer.isActive()
    short = page.note._timer.interval()
    page.note.add(Button("Undo"))
    page.note.say("Moved.")
    assert page.note._timer.interval() > short
    page.note.hide()
    page.note.leaveEvent(QEvent(QEvent.Type.Leave))
    assert isinstance(page.note.shut, QPushButton) or page.note.isHidden()


def test_an_endless_message_is_on_the_page_with_its_button(page):
    page.resize(850, 620)
    page.note.say("Saved.")
    page.problem.say("The file cannot be read. " * 200)
    for part in (page.problem, page.problem.shut, page.note):
        assert page.rect().contains(place(page, part))
    assert page.problem.words.toolTip() == "The file cannot be read. " * 200


def test_a_note_stays_while_the_keyboard_is_on_its_button(page):
    page.activateWindow()
    undo = Button("Undo")
    page.note.add(undo)
    page.note.say("Moved.")
    undo.setFocus()
    page.note._timer.timeout.emit()
    assert page.note.isVisible()
    page.list.setFocus()
    page.note._timer.timeout.emit()
    assert page.note.isHidden()
