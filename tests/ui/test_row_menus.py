"""Rows are copied as a table, and each has a menu with what can be done with it."""

import csv
import io

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from storedesk.ui.kit.lists.grid import Grid
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.looks.labels import Label
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

CTRL = Qt.KeyboardModifier.ControlModifier


def pasted():
    return list(csv.reader(io.StringIO(QGuiApplication.clipboard().text()), delimiter="\t"))


async def at(house, key, person="cyd"):  # noqa: F811
    await house.come()
    await house.enter(person)
    house.window.frame.go(key)
    await house.idle()
    return house.window.frame.pages[key]


def entries(page):
    (menu,) = page.findChildren(QMenu)
    found = [(one.text() or "-").partition("\t")[0] for one in menu.actions()]
    menu.close()
    return found


def ask_for_menu(table, reason, at=None):
    spot = at or QPoint(0, 0)
    event = QContextMenuEvent(reason, spot, table.viewport().mapToGlobal(spot))
    QApplication.sendEvent(table.viewport(), event)


async def test_the_chosen_row_is_copied_as_a_spreadsheet_takes_it(house, add_product):  # noqa: F811
    for name, price in (("Cup", "2.50"), ("=Mug 12", "1204.00")):
        add_product(name, on_hand=3, price=price)
    page = await at(house, "products")
    page.table.setFocus()
    page.table.selectRow(0)
    await house.idle()
    QTest.keyClick(page.table, Qt.Key.Key_C, CTRL)
    await house.idle()
    headings, row = pasted()
    got = dict(zip(headings, row, strict=True))
    assert (got["Product"], got["Price (USD)"], got["Available"]) == ("'=Mug 12", "1204.00", "3")
    assert "1 row is copied." in page.note.text()
    assert "<td>1204.00</td>" in QGuiApplication.clipboard().mimeData().html()
    house.leave()


async def test_all_that_is_ticked_is_copied_in_sight_or_not(house, add_product):  # noqa: F811
    for n in range(230):
        add_product(f"Mug {n:03}", on_hand=n)
    page = await at(house, "inventory")
    page.table.setFocus()
    page.table.selectAll()
    QTest.keyClick(page.table, Qt.Key.Key_C, CTRL)
    await house.idle()
    headings, *rows = pasted()
    at_name = headings.index("Product")
    assert [row[at_name] for row in rows] == [f"Mug {n:03}" for n in range(230)]
    assert page.note.text() == "230 rows are copied."
    assert page.back.isHidden(), "there is nothing to undo"
    house.leave()


async def test_words_in_the_search_are_copied_from_there(house, add_product):  # noqa: F811
    add_product("Cup")
    page = await at(house, "products")
    page.table.selectRow(0)
    page.search.setFocus()
    page.search.setText("cup")
    page.search.selectAll()
    QGuiApplication.clipboard().clear()
    QTest.keyClick(page.search, Qt.Key.Key_C, CTRL)
    await house.idle()
    assert QGuiApplication.clipboard().text() == "cup"
    house.leave()


async def test_a_right_click_chooses_the_row_and_offers_what_can_be_done(house, add_product):  # noqa: F811
    for name in ("Cup", "Mug"):
        add_product(name, on_hand=3)
    page = await at(house, "inventory")
    second = page.table.visualRect(page.table.rows.index(1, 1)).center()
    ask_for_menu(page.table, QContextMenuEvent.Reason.Mouse, second)
    await house.idle()
    assert page.table.chosen().product == "Mug"
    offered = entries(page)
    assert offered[0] == "Adjust the stock: add or remove pieces"
    assert offered[-2:] == ["-", "Copy the ticked or chosen rows"]
    assert "-" not in {offered[0], offered[-1]}
    house.leave()


async def test_the_menu_key_is_about_the_chosen_row(house, add_product):  # noqa: F811
    add_product("Cup")
    page = await at(house, "products", "bob")
    ask_for_menu(page.table, QContextMenuEvent.Reason.Keyboard)
    assert not page.findChildren(QMenu), "nothing is chosen"
    page.table.selectRow(0)
    await house.idle()
    ask_for_menu(page.table, QContextMenuEvent.Reason.Keyboard)
    await house.idle()
    assert entries(page) == ["Copy the ticked or chosen rows"], "what a cashier may do"
    house.leave()


async def test_what_is_chosen_in_a_menu_is_done(house, add_product):  # noqa: F811
    add_product("Cup")
    page = await at(house, "products")
    page.table.selectRow(0)
    await house.idle()
    ask_for_menu(page.table, QContextMenuEvent.Reason.Keyboard)
    await house.idle()
    (menu,) = page.findChildren(QMenu)
    (edit,) = (one for one in menu.actions() if one.text().startswith("Go to the form"))
    assert edit.text().endswith(house.window.actions_at_hand.named("catalog.edit").key)
    edit.trigger()
    await house.idle()
    assert not isinstance(QApplication.focusWidget(), LongTable)
    house.leave()


async def test_every_list_names_actions_that_are_there_for_somebody(house):  # noqa: F811
    known, named, house.is_whole = set(), set(), True
    for person in ("ada", "bob", "cyd"):
        await house.come()
        await house.enter(person)
        known |= {one.name for one in house.window.actions_at_hand.all()}
        for page in house.window.frame.pages.values():
            if isinstance(page, ListPage):
                named |= set(page.row_menu) - {None}
        house.leave()
    assert named
    assert named <= known


async def test_what_is_copied_is_what_has_the_keyboard(house, ordered):  # noqa: F811
    ordered(status="confirmed")
    page = await at(house, "orders")
    page.table.selectRow(0)
    await house.idle()
    (lines,) = (one for one in page.findChildren(Grid) if one is not page.table and one.isVisible())
    lines.setFocus()
    lines.selectRow(0)
    QTest.keyClick(lines, Qt.Key.Key_C, CTRL)
    await house.idle()
    assert [row[0] for row in pasted()] == ["Item", "Mug"], "a line, and not the order"
    number = next(one for one in page.detail.findChildren(Label) if one.text().startswith("ORD-"))
    number.setSelection(0, 3)
    number.setFocus()
    QTest.keyClick(number, Qt.Key.Key_C, CTRL)
    await house.idle()
    assert QGuiApplication.clipboard().text() == "ORD"
    house.leave()


async def test_the_menu_waits_for_the_record_that_it_is_about(house, ordered):  # noqa: F811
    for status in ("confirmed", "shipped"):
        ordered(status=status)
    page = await at(house, "orders")
    page.tabs.choose("all")
    page.ask_anew()
    await house.idle()
    rows = range(page.table.rows.rowCount())
    to_ship = next(row for row in rows if page.table.rows.record(row).status == "confirmed")
    page.table.selectRow(1 - to_ship)
    await house.idle()
    spot = page.table.visualRect(page.table.rows.index(to_ship, 1)).center()
    ask_for_menu(page.table, QContextMenuEvent.Reason.Mouse, spot)
    await house.idle()
    assert "Cancel the order" in entries(page)
    house.leave()


async def test_the_menu_of_one_of_several_chosen_rows_is_about_that_one(house, add_product):  # noqa: F811
    for name in ("Cup", "Mug", "Pan"):
        add_product(name)
    page = await at(house, "inventory")
    page.table.setFocus()
    page.table.selectRow(0)
    for _ in range(2):
        QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    await house.idle()
    assert page.levels.name.text() == "Pan"
    spot = page.table.visualRect(page.table.rows.index(1, 0)).center()
    QTest.mousePress(page.table.viewport(), Qt.MouseButton.RightButton, pos=spot)
    ask_for_menu(page.table, QContextMenuEvent.Reason.Mouse, spot)
    await house.idle()
    entries(page)
    assert page.levels.name.text() == "Mug"
    assert len(page.table.chosen_ids()) == 3
    assert page.table.ticked_count() == 0, "a right click ticks nothing"
    house.leave()


async def test_the_menu_key_brings_its_row_into_sight(house, add_product):  # noqa: F811
    for n in range(60):
        add_product(f"Mug {n:02}")
    page = await at(house, "inventory")
    page.table.selectRow(0)
    await house.idle()
    page.table.verticalScrollBar().setValue(page.table.verticalScrollBar().maximum())
    asked = []
    page.table.menu_wanted.connect(asked.append)
    ask_for_menu(page.table, QContextMenuEvent.Reason.Keyboard)
    await house.idle()
    entries(page)
    assert 0 in page.table.rows_in_sight()
    assert page.table.viewport().rect().contains(page.table.viewport().mapFromGlobal(asked[0]))
    house.leave()
