"""What stands in e-mails is typed with placeholders, seen in one, and kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk import forms
from storedesk.domain.mail_texts import MailKind, MailText


@pytest.fixture
def section(page):
    page.show_section("mails")
    return page.section


def paper(section):
    return section.preview.paper.accessibleDescription()


async def saved(page):
    page.start(page.save)
    await page.idle()


async def test_what_is_typed_is_in_the_e_mail_and_then_kept(page, section, store):
    section.show_kind(MailKind.SHIPPED)
    form = section.forms[MailKind.SHIPPED]
    assert "We have shipped order" in paper(section)
    assert section.preview.subject.text().endswith("is on its way")
    assert not form.back.isEnabled()
    form.subject.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(form.subject.input, "On its way: ")
    form.placeholders.buttons["order_number"].click()
    QTest.keyClicks(form.words.input, "Hi ")
    form.placeholders.buttons["customer"].click()
    assert section.preview.subject.text().startswith("On its way: ORD-")
    assert "Hi A customer" in paper(section)
    assert "We have shipped order" not in paper(section)
    await saved(page)
    assert page.note.text() == "E-mails is saved."
    now = await page.desk.read(forms.mail_settings.settings)
    assert now.texts == {MailKind.SHIPPED: MailText("On its way: {order_number}", "Hi {customer}")}
    assert [(one.who, one.setting, one.new) for one in section.changes.shown] == [
        ("Dee", "Subject of “Order shipped”", "On its way: {order_number}"),
        ("Dee", "Words of “Order shipped”", "Hi {customer}"),
    ]
    form.back.click()
    assert "We have shipped order" in paper(section)
    await saved(page)
    assert store.sql("SELECT shipped_mail_text FROM storedesk.store_settings") is None
    assert (await page.desk.read(forms.mail_settings.settings)).texts == {}


async def test_what_cannot_be_saved_is_shown_with_its_e_mail_and_stays_typed(page, section, store):
    before = store.sql("SELECT version FROM storedesk.store_settings")
    form = section.forms[MailKind.CANCELED]
    section.show_kind(MailKind.CANCELED)
    QTest.keyClicks(form.words.input, "See {tracking_link}")
    section.show_kind(MailKind.RECEIPT)
    await saved(page)
    assert section.kinds.value() == MailKind.CANCELED
    words = "{tracking_link} is no placeholder. Choose one of those below."
    assert form.words.problem.text() == words
    assert form.words.input.toPlainText() == "See {tracking_link}"
    assert store.sql("SELECT version FROM storedesk.store_settings") == before


@pytest.mark.parametrize("kind", MailKind)
def test_each_e_mail_is_shown(section, kind):
    section.show_kind(kind)
    assert section.preview.subject.text()
    assert section.context.store.name in paper(section)
    assert set(section.forms[kind].placeholders.buttons) >= {"store", "customer"}
