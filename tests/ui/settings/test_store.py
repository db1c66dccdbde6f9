"""Name and address of the store are changed in the window, beside what they look like."""

import asyncio
import json
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.merging import MergeSide
from storedesk.ui.kit.dialogs.conflict import ConflictDialog
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.settings.preview import EMAIL_KIND

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def change(store):
    """Change settings as another admin's window does."""

    def change(**settings):
        version = store.sql("SELECT version FROM storedesk.store_settings")
        words = "SELECT api.change_settings(%s, %s, %s)"
        store.sql(words, uuid4(), version, json.dumps(settings), login="dee")

    return change


def held(store, name):
    return store.sql(f"SELECT {name} FROM storedesk.store_settings")


def write(section, name, text):
    field = section.fields[name].input
    field.selectAll()
    QTest.keyClicks(field, text) if text else QTest.keyClick(field, Qt.Key.Key_Delete)


async def saved(page):
    page.start(page.save)
    await page.idle()


async def conflict(page):
    page.start(page.save)
    async with asyncio.timeout(20):
        while not isinstance(covering(), ConflictDialog):
            await asyncio.sleep(0.02)
    return covering()


async def test_what_was_never_given_is_empty_and_what_is_typed_is_saved(page, store):
    section = page.section
    assert section.fields["store_street"].text() == ""
    write(section, "name", "Harbor & Vine")
    write(section, "store_street", "12 Wharf Street")
    assert page.unsaved() == "Store"
    assert "Name of the store, Street" in page.unsaved_words.text()
    await saved(page)
    assert held(store, "name") == "Harbor & Vine"
    assert held(store, "store_street") == "12 Wharf Street"
    assert page.unsaved() == ""
    assert page.unsaved_words.text() == ""
    assert page.note.text() == "Store is saved."
    assert [(one.who, one.setting, one.old, one.new) for one in section.changes.shown] == [
        ("Dee", "Name of the store", "The Shop", "Harbor & Vine"),
        ("Dee", "Street", "", "12 Wharf Street"),
    ]


async def test_the_receipt_and_the_e_mail_show_what_is_typed_before_it_is_saved(page):
    section = page.section
    write(section, "name", "Harbor & Vine")
    write(section, "tax_id", "00-12345")
    write(section, "phone", "(207) 555-0112")
    paper = section.preview.paper.accessibleDescription()
    for words in ("Harbor & Vine", "Tax ID 00-12345", "(207) 555-0112", "Thank you!"):
        assert words in paper
    section.fields["language"].show_value("de")
    section.fields["language"].edited.emit()
    assert "Vielen Dank!" in section.preview.paper.accessibleDescription()
    section.preview.kinds.choose(EMAIL_KIND)
    section.show_preview()
    assert "Harbor & Vine" in section.preview.paper.accessibleDescription()


async def test_a_store_without_a_name_is_not_saved_and_nothing_typed_is_lost(page, store):
    section = page.section
    write(section, "name", "")
    write(section, "phone", "555")
    await saved(page)
    assert section.fields["name"].problem.text() == "This is needed."
    assert section.fields["phone"].text() == "555"
    assert held(store, "phone") is None
    page.discard_button.click()
    assert page.unsaved() == ""
    assert section.fields["name"].text() == "The Shop"


async def test_what_another_window_saves_is_shown_but_over_nothing_typed(page, change):
    section = page.section
    change(phone="111")
    page.changed()
    await page.idle()
    assert section.fields["phone"].text() == "111"
    write(section, "tax_id", "77")
    change(phone="222")
    page.changed()
    await page.idle()
    assert section.fields["tax_id"].text() == "77"
    assert section.changes.shown[0].new == "222"


async def test_different_settings_are_merged_without_a_question(page, store, change):
    write(page.section, "tax_id", "77")
    change(phone="222")
    await saved(page)
    assert (held(store, "tax_id"), held(store, "phone")) == ("77", "222")
    assert page.section.fields["phone"].text() == "222"


@pytest.mark.parametrize(("side", "phone"), [(MergeSide.MINE, "333"), (MergeSide.THEIRS, "222")])
async def test_the_same_setting_is_asked_about(page, store, change, side, phone):
    write(page.section, "phone", "333")
    change(phone="222")
    dialog = await conflict(page)
    dialog.fields["phone"].take(side)
    dialog.save.click()
    await page.idle()
    assert held(store, "phone") == phone
    assert page.section.fields["phone"].text() == phone


async def test_whoever_goes_on_editing_keeps_what_they_typed(page, store, change):
    write(page.section, "phone", "333")
    change(phone="222")
    (await conflict(page)).reject()
    await page.idle()
    assert page.section.fields["phone"].text() == "333"
    assert held(store, "phone") == "222"
    dialog = await conflict(page)
    assert (dialog.fields["phone"].mine.value, dialog.fields["phone"].theirs.value) == (
        "333",
        "222",
    )
    dialog.reject()
    await page.idle()


async def test_ctrl_s_saves_and_says_when_there_is_nothing_to_save(page, store):
    page.section.take_keyboard()
    write(page.section, "phone", "555")
    QTest.keyClick(page.section.fields["phone"].input, Qt.Key.Key_S, CTRL)
    await asyncio.sleep(0)
    await page.idle()
    assert held(store, "phone") == "555"
    await saved(page)
    assert page.note.text() == "There is nothing to save."


@pytest.mark.parametrize("words", ["tax id", "street", "store", "phone"])
async def test_the_palette_finds_settings_by_their_words(page, words):
    found = await page.jumps(words, 8)
    assert found
    found[0].run()
    assert page.section.key == "store"


@pytest.mark.parametrize("words", ["e-mails", "carriers", "Receipt"])
async def test_the_palette_finds_first_what_begins_so(page, words):
    found = await page.jumps(words, 8)
    assert found[0].text.lower().startswith(words.lower())
    found[0].run()
    assert page.section.title.lower() == words.lower()


async def test_tab_goes_from_the_sections_through_the_form_to_its_buttons(page):
    page.activateWindow()
    first = page.list.items["store"]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    order = []
    for _ in range(20):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        order.append(page.focusWidget())
        if page.focusWidget() is page.save_button:
            break
    wanted = [field.editor for field in page.section.fields.values()]
    assert [one for one in order if one in wanted] == wanted
    assert order[-2:] == [page.discard_button, page.save_button]
