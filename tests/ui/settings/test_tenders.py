"""The letters of ways to pay are typed, seen on the keys of the till, and kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk import queries
from storedesk.domain.till import Method


@pytest.fixture
def section(page):
    page.show_section("tenders")
    return page.section


def write(section, method, text):
    field = section.letters[method].input
    field.selectAll()
    QTest.keyClicks(field, text) if text else QTest.keyClick(field, Qt.Key.Key_Delete)


def caps(section):
    return "".join(section._caps[method].text for method in Method)


def problems(section):
    return [section.letters[method].problem.text() for method in Method]


async def saved(page):
    page.start(page.save)
    await page.idle()


async def test_a_letter_is_on_the_keys_as_it_is_typed_and_then_kept(page, section, store):
    assert caps(section) == "cdpg"
    assert section.letters[Method.CARD].input.placeholderText() == "d"
    write(section, Method.CARD, "C")
    assert caps(section) == "hcpg"
    assert section._examples[Method.CARD].text() == "Type 20c for $20.00."
    await saved(page)
    assert page.note.text() == "Letters for paying is saved."
    assert store.sql("SELECT card_letter FROM storedesk.store_settings") == "c"
    change = section.changes.shown[0]
    assert (change.who, change.setting, change.old, change.new) == ("Dee", "Card", "", "c")
    now = await page.desk.read(queries.store_settings.settings)
    assert now.letters == {Method.CARD: "c"}


async def test_digits_and_doubles_are_refused_at_their_field_and_stay_typed(page, section, store):
    write(section, Method.CASH, "7")
    write(section, Method.CARD, "x")
    write(section, Method.PAYPAL, "X")
    await saved(page)
    assert problems(section) == [
        "Type one letter: digits and signs belong to the amount.",
        *["Another way of paying has the letter x. Choose a different one."] * 2,
        "",
    ]
    assert section.letters[Method.CASH].text() == "7"
    assert caps(section)[0] not in "7x"
    assert store.sql("SELECT card_letter FROM storedesk.store_settings") is None
    write(section, Method.CASH, "")
    write(section, Method.PAYPAL, "y")
    await saved(page)
    assert problems(section) == ["", "", "", ""]
    assert store.sql("SELECT paypal_letter FROM storedesk.store_settings") == "y"
