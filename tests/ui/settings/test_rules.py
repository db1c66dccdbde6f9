"""Rules of tills, orders and stock are changed in the window, each as the database keeps it."""

from decimal import Decimal

import pytest
from PySide6.QtTest import QTest

from storedesk import queries
from storedesk.domain.store_form import SETTINGS


def held(store, name):
    return store.sql(f"SELECT {name} FROM storedesk.store_settings")


def write(field, text):
    field.input.selectAll()
    QTest.keyClicks(field.input, text)


async def saved(page):
    page.start(page.save)
    await page.idle()


def test_every_setting_that_the_command_takes_has_one_field(page):
    shown = [name for section in page.sections.values() for name in getattr(section, "fields", ())]
    assert sorted(shown) == sorted(SETTINGS)


@pytest.mark.parametrize(
    ("key", "name", "typed", "kept"),
    [
        ("selling", "largest_note_amount", "50", Decimal("50.00")),
        ("selling", "return_days", "14", 14),
        ("selling", "shift_tolerance_amount", "2", Decimal("2.00")),
        ("orders", "pending_order_days", "0", 0), ("orders", "idle_basket_days", "30", 30),
        ("orders", "web_address", "shop.example.com/", "https://shop.example.com"),
        ("stock", "count_tolerance_pieces", "12", 12),
        ("stock", "count_tolerance_amount", "99.5", Decimal("99.50")),
        ("backups", "backup_folder", "/media/stick", "/media/stick"),
        ("backups", "backups_kept", "30", 30),
        ("servers", "replica_address", "replica.example.com:5432", "replica.example.com"),
    ],
)  # fmt: skip
async def test_what_is_typed_is_kept(page, store, key, name, typed, kept):
    page.show_section(key)
    before = held(store, name)
    write(page.section.fields[name], typed)
    await saved(page)
    assert held(store, name) == kept
    assert page.unsaved() == ""
    change = page.section.changes.shown[0]
    assert (change.who, change.setting) == (
        "Dee",
        page.section.fields[name].editor.accessibleName(),
    )
    assert change.new != change.old
    write(page.section.fields[name], str(before or ""))


@pytest.mark.parametrize(
    ("key", "name", "choice", "kept", "said"),
    [
        ("selling", "first_tender", "credit_card", "credit_card", ("Cash", "Card")),
        ("selling", "cash_rounding", "0.05", Decimal("0.05"), ("No rounding", "$0.05")),
    ],
)
async def test_what_is_chosen_is_kept_and_told_in_words(page, store, key, name, choice, kept, said):
    page.show_section(key)
    field = page.section.fields[name]
    field.show_value(choice)
    field.edited.emit()
    await saved(page)
    assert held(store, name) == kept
    change = page.section.changes.shown[0]
    assert (change.old, change.new) == said


@pytest.mark.parametrize(
    ("key", "name"), [("orders", "pack_by_scan"), ("stock", "new_products_on_sale")]
)
async def test_a_switch_is_saved_with_its_form(page, store, key, name):
    page.show_section(key)
    was = held(store, name)
    page.section.fields[name].input.click()
    assert held(store, name) == was
    await saved(page)
    assert held(store, name) is not was
    assert {page.section.changes.shown[0].old, page.section.changes.shown[0].new} == {"Yes", "No"}


@pytest.mark.parametrize(
    ("key", "name", "typed", "sentence"),
    [
        ("selling", "largest_note_amount", "0", "The lowest amount is"),
        ("selling", "return_days", "3651", "Type a whole number from 0 to 3650."),
        ("orders", "idle_basket_days", "0", "Type a whole number from 1 to 3650."),
        ("orders", "web_address", "not an address", "address"),
        ("stock", "count_tolerance_amount", "x", "Type an amount in digits"),
        ("servers", "replica_address", "a b", "Write the replica as host or host:port"),
    ],
)
async def test_what_cannot_be_is_said_at_its_field(page, store, key, name, typed, sentence):
    page.show_section(key)
    before = held(store, "version")
    write(page.section.fields[name], typed)
    await saved(page)
    assert sentence in page.section.fields[name].problem.text()
    assert page.section.fields[name].text() == typed
    assert held(store, "version") == before


async def test_what_is_typed_in_one_section_stays_while_another_is_shown(page, store):
    page.show_section("selling")
    write(page.section.fields["return_days"], "14")
    page.go(1)
    assert page.section.key == "tenders"
    assert page.unsaved() == "Selling"
    assert page.list.items["selling"].count == 1
    page.go(-1)
    await saved(page)
    assert held(store, "return_days") == 14
    assert page.list.items["selling"].count == 0


async def test_an_address_that_was_stored_without_its_scheme_is_no_change(page, store):
    store.sql("UPDATE storedesk.store_settings SET web_address = 'shop.example.com'", login="dee")
    page.changed()
    await page.idle()
    assert page.unsaved() == ""
    assert page.sections["orders"].fields["web_address"].text() == "shop.example.com"
    page.show_section("orders")
    write(page.section.fields["pending_order_days"], "3")
    await saved(page)
    assert held(store, "web_address") == "shop.example.com"
    assert held(store, "pending_order_days") == 3


async def test_a_till_is_told_of_another_coin(page, desk_of):
    page.show_section("selling")
    field = page.section.fields["cash_rounding"]
    field.show_value("0.10")
    await saved(page)
    settings = await desk_of("bob").read(queries.store_settings.settings)
    assert settings.cash_rounding == Decimal("0.10")


async def test_a_backup_is_made_at_a_time_or_a_day_after_the_last_one(page, store):
    page.show_section("backups")
    field = page.section.fields["backup_time"]
    assert field.input.currentText() == "A day after the last one"
    for choice, kept in (("19:00", "19:00"), ("", None)):
        field.show_value(choice)
        field.edited.emit()
        await saved(page)
        assert held(store, "backup_time") == kept


async def test_a_folder_that_is_not_whole_is_marked_and_not_saved(page, store):
    page.show_section("backups")
    field = page.section.fields["backup_folder"]
    write(field, "stick/backups")
    await saved(page)
    assert field.problem.text() == "Write the folder in full, such as /media/stick/backups."
    assert held(store, "backup_folder") is None
    page.discard()
