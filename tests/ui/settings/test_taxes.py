"""Admins keep tax classes and their dated rates in the window, beside what a price comes to."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtTest import QTest

from storedesk.ui.kit.dialogs.dialog import Question
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.settings.tax_dialogs import (
    NewTaxClassDialog,
    RenameTaxClassDialog,
    TaxRateDialog,
)

YEAR = timedelta(days=365)


@pytest.fixture
def taxes(page):
    page.show_section("taxes")
    return page.section


async def asked(kind):
    async with asyncio.timeout(20):
        while not isinstance(covering(), kind):
            await asyncio.sleep(0.02)
    return covering()


def write(field, text):
    field.input.selectAll()
    QTest.keyClicks(field.input, text)


async def saved(page, dialog):
    dialog.save.click()
    await page.idle()


async def new_rate(taxes, day, percent):
    taxes.add_rate.click()
    dialog = await asked(TaxRateDialog)
    write(dialog.day, f"{day:%Y-%m-%d}")
    write(dialog.name, "VAT")
    write(dialog.rate, percent)
    return dialog


def cells(table):
    model = table.model()
    return [
        [model.index(row, at).data() for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


async def test_a_new_class_stands_in_the_list_with_its_tax(page, taxes, store):
    taxes.add_class.click()
    dialog = await asked(NewTaxClassDialog)
    write(dialog.called, "Books")
    write(dialog.name, "VAT")
    write(dialog.rate, "7")
    assert "$107.00" in dialog.remark.text()
    await saved(page, dialog)
    words = """SELECT r.rate FROM storedesk.tax_rates AS r JOIN storedesk.tax_classes AS c
        ON c.id = r.tax_class_id WHERE c.name = 'Books'"""
    assert store.sql(words) == Decimal("0.07")
    assert [row[:2] for row in cells(taxes.classes)] == [
        ["Standard", "0% Tax"],
        ["Books", "7% VAT"],
    ]
    assert page.note.text() == "The tax class was added."
    change = taxes.changes.shown[0]
    assert (change.who, change.setting, change.old, change.new) == ("Dee", "Books", "", "7% VAT")


async def test_a_rate_to_come_is_added_corrected_and_taken_back(page, taxes, store):
    later = taxes.now.today + YEAR
    dialog = await new_rate(taxes, later, "19")
    await saved(page, dialog)
    assert taxes.now.classes[0].after(taxes.now.today).rate == Decimal("0.19")
    assert "19% from" in cells(taxes.classes)[0][2]
    taxes.rates.choose(later)
    taxes.correct.click()
    dialog = await asked(TaxRateDialog)
    write(dialog.rate, "20")
    await saved(page, dialog)
    assert taxes.now.classes[0].after(taxes.now.today).rate == Decimal("0.2")
    assert taxes.changes.shown[0].old.startswith("19% VAT from")
    taxes.take_back.click()
    question = await asked(Question)
    assert "20% VAT" in question.windowTitle()
    question._take("yes")
    await page.idle()
    assert taxes.now.classes[0].after(taxes.now.today) is None
    assert store.sql("SELECT count(*) FROM storedesk.tax_rates") == 1


async def test_another_class_is_made_that_of_everything_else(page, taxes, store):
    store.sql("SELECT api.add_tax_class(%s, 'Books', 'VAT', 0.07)", uuid4(), login="dee")
    page.changed()
    await page.idle()
    books = taxes.now.classes[1]
    assert not taxes.make_default.isEnabled()
    taxes.classes.choose(books.id)
    assert taxes.make_default.isEnabled()
    taxes.make_default.click()
    question = await asked(Question)
    assert "Books" in question.windowTitle()
    question._take("yes")
    await page.idle()
    assert store.sql("SELECT id FROM storedesk.tax_classes WHERE is_default") == books.id
    assert taxes.now.default().name == "Books"
    assert not taxes.make_default.isEnabled()
    assert "whatever names no other class" in taxes.used.text()
    change = taxes.changes.shown[0]
    assert (change.setting, change.old, change.new) == ("Default tax class", "Standard", "Books")


async def test_what_holds_already_is_not_offered_for_change(page, taxes):
    taxes.rates.choose(taxes.now.classes[0].rates[0].day)
    assert taxes.add_rate.isEnabled()
    assert not taxes.correct.isEnabled()
    assert not taxes.take_back.isEnabled()
    taxes.rates.opened.emit(taxes.rates.chosen())
    await page.idle()
    assert covering() is None


async def test_a_day_that_is_past_is_refused_where_it_was_typed(page, taxes, store):
    dialog = await new_rate(taxes, taxes.now.today - YEAR, "19")
    dialog.save.click()
    await dialog.idle()
    assert "begins today or later" in dialog.problem.text()
    assert dialog.rate.text() == "19"
    assert store.sql("SELECT count(*) FROM storedesk.tax_rates") == 1
    write(dialog.day, "never")
    dialog.save.click()
    await dialog.idle()
    assert "Type a day such as" in dialog.day.problem.text()
    dialog.reject()
    await page.idle()


async def test_a_class_is_renamed_but_not_to_the_name_of_another(page, taxes, store):
    store.sql("SELECT api.add_tax_class(%s, 'Books', 'VAT', 0.07)", uuid4(), login="dee")
    page.changed()
    await page.idle()
    assert len(cells(taxes.classes)) == 2
    taxes.rename.click()
    dialog = await asked(RenameTaxClassDialog)
    write(dialog.called, "Books")
    dialog.save.click()
    await dialog.idle()
    assert "in use already" in dialog.problem.text()
    write(dialog.called, "Full")
    await saved(page, dialog)
    assert cells(taxes.classes)[0][0] == "Full"
    assert (taxes.changes.shown[0].old, taxes.changes.shown[0].new) == ("Standard", "Full")


async def test_the_preview_says_what_a_price_comes_to_today_and_then(page, taxes):
    dialog = await new_rate(taxes, taxes.now.today + YEAR, "8.875")
    await saved(page, dialog)
    shown = taxes.preview.findChildren(type(taxes.mode))
    words = " ".join(label.text() for label in shown)
    assert "$100.00, tax $0.00" in words
    assert "$108.88, tax $8.88" in words


async def test_it_is_said_which_goods_have_a_class(page, taxes, store):
    key = store.sql("INSERT INTO categories (name) VALUES ('Food') RETURNING id")
    made = store.sql("SELECT api.add_tax_class(%s, 'Less', 'VAT', 0.07)", uuid4(), login="dee")
    store.sql("SELECT api.tax_category(%s, %s, %s)", uuid4(), key, made["tax_class"], login="cyd")
    page.changed()
    await page.idle()
    assert "whatever names no other class" in taxes.used.text()
    taxes.classes.choose(taxes.now.classes[1].id)
    assert "Food" in taxes.used.text()


def test_changes_stand_beside_the_form_where_there_is_room(page, act):
    page.show_section("selling")
    section = page.section
    assert section.changes.parentWidget() is section.side
    act(page, lambda: page.resize(900, 700))
    assert section.changes.parentWidget() is not section.side
    act(page, lambda: page.resize(1190, 700))
    assert section.changes.parentWidget() is section.side
