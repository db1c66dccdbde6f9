"""The sheet of keys shows every key whole: to everybody, in the smallest window, in any tongue."""

import asyncio
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.kit.dialogs.shortcuts import ShortcutSheet
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.kit.looks.chips import KeyCap
from storedesk.ui.kit.looks.labels import Label
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

KEY = Qt.Key
FILLER = " überaus"


def longer(words):
    """Make a text some 35 % longer, as German would."""
    return words + (FILLER * 20)[: round(len(words) * 0.35)]


def in_words(actions, page, lengthen):
    """Return the actions of a page and of the window, of a page that is in another window."""
    made = Actions()
    made.page = QWidget()
    for one in (*actions.in_parts(page), *actions.everywhere()):
        changed = replace(one, text=lengthen(one.text), group=lengthen(one.group))
        made.add(changed, made.page)
    return made


def shown(sheet):
    """Return the marks that are drawn, by what they say; each must be whole."""
    view = sheet.area.viewport()
    return [
        one
        for one in sheet.area.widget().findChildren(QWidget)
        if isinstance(one, KeyCap | Label) and one.isVisibleTo(view)
    ]


def place(sheet, part):
    view = sheet.area.viewport()
    return QRect(part.mapTo(view, QPoint(0, 0)), part.size())


def needed(part):
    """Return the room that a mark or its words take."""
    if isinstance(part, KeyCap):
        return part.sizeHint()
    metrics, flags = QFontMetricsF(part.font()), Qt.TextFlag.TextWordWrap
    return metrics.boundingRect(part.rect().toRectF(), flags, part.text()).toAlignedRect().size()


def cut(sheet):
    """Return what cannot be read whole, however far one scrolls."""
    view = sheet.area.viewport().rect()
    bar = sheet.area.verticalScrollBar()
    bad = []
    for part in shown(sheet):
        box, room = place(sheet, part), needed(part)
        is_in_width = box.left() >= view.left() and box.right() <= view.right()
        at = box.top() + bar.value()
        is_reached = at >= 0 and at + box.height() <= bar.maximum() + view.height()
        is_whole = box.width() >= room.width() and box.height() >= room.height()
        if not (is_in_width and is_reached and is_whole):
            bad.append((part.text() if isinstance(part, Label) else part.text, box))
    return bad


@pytest.mark.parametrize("person", ["cyd", "ada"])
async def test_every_key_is_readable_for_everybody_who_has_it(house, person):  # noqa: F811
    await house.come()
    await house.enter(person)
    actions, pages = house.window.actions_at_hand, house.window.frame.pages
    for key, lengthen, size in product(pages, (str, longer), ((1024, 768), (1366, 768))):
        told = in_words(actions, pages[key], lengthen)
        parent = QWidget()
        parent.resize(*size)
        parent.show()
        sheet = ShortcutSheet(parent, told)
        sheet.open()
        await asyncio.sleep(0)
        assert cut(sheet) == [], key
        caps = [part for part in shown(sheet) if isinstance(part, KeyCap)]
        assert len(caps) == sum(len(one.keys) for one in told.all())
        assert sheet.width() <= size[0]
        assert sheet.height() <= size[1]
        sheet.reject()
        parent.close()
    house.leave()


@pytest.mark.parametrize("percent", [100, 150])
async def test_in_german_every_page_has_its_keys_whole_in_the_smallest_window(house, percent):  # noqa: F811
    await house.come()
    house.window.resize(1024, 768)
    await house.enter("cyd")
    house.window.comforts.decide(text=percent)
    house.window.choose_language("de")
    await house.idle()
    window, frame = house.window, house.window.frame
    for key, page in frame.pages.items():
        frame.go(key)
        await house.idle()
        window.actions_at_hand.named("window.keys").run()
        sheet = covering()
        await asyncio.sleep(0)
        assert cut(sheet) == [], key
        assert window.rect().contains(QRect(sheet.mapTo(window, QPoint(0, 0)), sheet.size()))
        said = {part.text() for part in shown(sheet) if isinstance(part, Label)}
        actions = window.actions_at_hand
        wanted = [one for one in (*actions.in_parts(page), *actions.everywhere()) if one.keys]
        assert {one.text for one in wanted} <= said
        sheet.reject()
    house.leave()
    LANGUAGE.choose("en")


async def test_the_keys_that_do_not_fit_are_reached_by_keys(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    parent = QWidget()
    parent.resize(1024, 400)
    parent.show()
    told = in_words(house.window.actions_at_hand, house.window.frame.pages["orders"], longer)
    sheet = ShortcutSheet(parent, told)
    sheet.open()
    await asyncio.sleep(0)
    view = sheet.area.viewport().rect()
    assert not view.contains(place(sheet, shown(sheet)[-1]))
    QTest.keyClick(sheet.focusWidget(), KEY.Key_End)
    assert view.contains(place(sheet, shown(sheet)[-1]))
    QTest.keyClick(sheet.focusWidget(), KEY.Key_Home)
    for key in (KEY.Key_PageDown, KEY.Key_Down):
        before = sheet.area.verticalScrollBar().value()
        QTest.keyClick(sheet.focusWidget(), key)
        assert sheet.area.verticalScrollBar().value() > before
    QTest.keyClick(sheet.focusWidget(), KEY.Key_Enter)
    assert covering() is None
    house.leave()
