"""Admins keep the registers in the window: added, named, on one drawer, taken out of use."""

import asyncio
import json
from uuid import uuid4

import pytest
from PySide6.QtTest import QTest

from storedesk.ui.kit.dialogs.dialog import Question
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.settings.cash_dialog import CashDialog
from storedesk.ui.settings.register_dialog import RegisterDialog
from storedesk.ui.settings.tax_dialogs import NewTaxClassDialog


@pytest.fixture
def registers(page):
    page.show_section("registers")
    return page.section


async def asked(kind):
    async with asyncio.timeout(20):
        while not isinstance(covering(), kind):
            await asyncio.sleep(0.02)
    return covering()


def write(field, text):
    field.input.selectAll()
    QTest.keyClicks(field.input, text)


def shown(section):
    model = section.table.model()
    return [
        [model.index(row, at).data() for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


async def add(page, section, name, code, drawer=""):
    section.add.click()
    dialog = await asked(RegisterDialog)
    write(dialog.name, name)
    write(dialog.code, code)
    dialog.drawer.show_value(drawer)
    dialog.save.click()
    await page.idle()


async def test_a_register_is_added_on_the_drawer_of_another(page, registers, store):
    first = store.sql("SELECT id FROM storedesk.registers")
    await add(page, registers, "Bar", "T2", str(first))
    assert shown(registers) == [
        ["Till 1", "T1", "its own", ""], ["Bar", "T2", "that of Till 1", ""]
    ]  # fmt: skip
    assert page.note.text() == "The register was added."
    assert store.sql("SELECT drawer_of FROM storedesk.registers WHERE code = 'T2'") == first
    change = registers.changes.shown[0]
    assert (change.who, change.setting, change.new) == ("Dee", "Register added", "Bar")


@pytest.mark.parametrize(("words", "key"), [("add a reg", "registers"), ("add a tax", "taxes")])
async def test_the_palette_begins_what_is_added_here(page, words, key):
    (found,) = await page.jumps(words, 8)
    found.run()
    dialog = await asked(RegisterDialog if key == "registers" else NewTaxClassDialog)
    assert page.section.key == key
    dialog.reject()
    await page.idle()


async def test_a_code_that_is_taken_is_said_and_nothing_typed_is_lost(page, registers, store):
    registers.add.click()
    dialog = await asked(RegisterDialog)
    write(dialog.name, "Bar")
    write(dialog.code, "T1")
    dialog.save.click()
    await dialog.idle()
    assert "has this code already" in dialog.problem.text()
    assert (dialog.name.text(), dialog.code.text()) == ("Bar", "T1")
    assert store.sql("SELECT count(*) FROM storedesk.registers") == 1
    dialog.reject()
    await page.idle()


async def test_a_name_is_changed_and_told_from_what_to_what(page, registers, store):
    registers.change.click()
    dialog = await asked(RegisterDialog)
    assert dialog.drawer.value() == ""
    write(dialog.name, "Front")
    dialog.save.click()
    await page.idle()
    assert shown(registers)[0][0] == "Front"
    change = registers.changes.shown[0]
    assert (change.setting, change.old, change.new) == ("Till 1, Name", "Till 1", "Front")
    assert store.sql("SELECT name FROM storedesk.registers") == "Front"


async def test_what_another_admin_changed_meanwhile_is_not_overwritten(page, registers, store):
    key = store.sql("SELECT id FROM storedesk.registers")
    registers.change.click()
    dialog = await asked(RegisterDialog)
    seen = json.dumps({"code": "T1", "name": "Till 1", "drawer_of": None})
    words = "SELECT api.change_register(%s, %s, %s, 'T1', 'Theirs', NULL)"
    store.sql(words, uuid4(), key, seen, login="dee")
    write(dialog.name, "Mine")
    dialog.save.click()
    await dialog.idle()
    assert "has just changed this" in dialog.problem.text()
    assert store.sql("SELECT name FROM storedesk.registers") == "Theirs"
    dialog.reject()
    await page.idle()
    page.changed()
    await page.idle()
    assert shown(registers)[0][0] == "Theirs"


async def test_one_is_taken_out_of_use_and_put_into_use_again(page, registers, store):
    await add(page, registers, "Bar", "T2")
    registers.table.choose(registers.lines[1].id)
    registers.retire.click()
    question = await asked(Question)
    question._take("yes")
    await page.idle()
    assert shown(registers)[1] == ["Bar", "T2", "its own", "Out of use"]
    assert (registers.retire.isVisible(), registers.revive.isVisible()) == (False, True)
    assert (registers.changes.shown[0].old, registers.changes.shown[0].new) == ("Yes", "No")
    registers.revive.click()
    await page.idle()
    assert shown(registers)[1][3] == ""
    assert (registers.retire.isVisible(), registers.revive.isVisible()) == (True, False)
    assert store.sql("SELECT bool_and(is_active) FROM storedesk.registers")


async def test_the_last_one_in_use_stays(page, registers, store):
    registers.retire.click()
    question = await asked(Question)
    question._take("yes")
    await page.idle()
    assert "last register in use" in page.problem.text()
    assert store.sql("SELECT is_active FROM storedesk.registers")


async def test_the_cash_of_a_drawer_is_bounded_and_told(page, registers, store):
    registers.cash.click()
    dialog = await asked(CashDialog)
    write(dialog.least, "500")
    write(dialog.most, "50")
    dialog.save.click()
    await dialog.idle()
    assert dialog.problem.text() == "The least cash cannot be more than the most."
    dialog.least.input.clear()
    dialog.save.click()
    await page.idle()
    assert shown(registers)[0][2] == "its own, at most $50.00"
    words = "SELECT least_cash_amount, most_cash_amount::text FROM storedesk.registers"
    assert store.rows(words) == [(None, "50.00")]
    change = registers.changes.shown[0]
    assert (change.setting, change.old, change.new) == (
        "Till 1, Most cash in the drawer", "no bound", "$50.00"
    )  # fmt: skip
