"""What stands on receipts is typed with placeholders, seen on one, and kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk import queries


@pytest.fixture
def section(page):
    page.show_section("receipt")
    return page.section


def paper(section):
    return section.preview.paper.accessibleDescription()


async def saved(page):
    page.start(page.save)
    await page.idle()


async def test_what_is_typed_is_on_the_receipt_and_then_kept(page, section, store):
    assert "Thank you!" in paper(section)
    assert not section.back.isEnabled()
    QTest.keyClicks(section.header.input, "Open 9 to 6")
    QTest.keyClicks(section.footer.input, "Until soon, ")
    section.placeholders.buttons["customer"].click()
    assert section.footer.input.toPlainText() == "Until soon, {customer}"
    assert "Open 9 to 6" in paper(section)
    assert "Until soon" not in paper(section)
    assert "Thank you!" not in paper(section)
    section.footer.input.selectAll()
    section.placeholders.buttons["order_number"].click()
    assert paper(section).count("ORD-") == 2
    await saved(page)
    assert page.note.text() == "Receipt is saved."
    now = await page.desk.read(queries.store_settings.settings)
    assert (now.receipt_header, now.receipt_footer) == ("Open 9 to 6", "{order_number}")
    assert [(one.who, one.setting, one.new) for one in section.changes.shown] == [
        ("Dee", "Last lines", "{order_number}"),
        ("Dee", "Lines under the address", "Open 9 to 6"),
    ]
    section.back.click()
    assert section.footer.input.toPlainText() == ""
    assert "Thank you!" in paper(section)
    await saved(page)
    assert store.sql("SELECT receipt_footer FROM storedesk.store_settings") is None


async def test_an_unknown_placeholder_is_refused_at_its_field_and_stays_typed(page, section, store):
    before = store.sql("SELECT version FROM storedesk.store_settings")
    section.footer.input.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(section.footer.input, "Paid {price}")
    assert "Paid {price}" in paper(section)
    await saved(page)
    words = "{price} is no placeholder. Choose one of those below."
    assert section.footer.problem.text() == words
    assert section.footer.input.toPlainText() == "Paid {price}"
    assert store.sql("SELECT version FROM storedesk.store_settings") == before
