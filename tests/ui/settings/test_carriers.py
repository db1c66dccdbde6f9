"""The carriers of the store are put in order, some of its own, tried with a number, and kept."""

import asyncio
import json

import pytest
from PySide6.QtTest import QTest

from storedesk import queries
from storedesk.domain.carriers import DHL, KNOWN, Carrier
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.settings.carrier_dialog import CarrierDialog

RIDER = Carrier("Rider", "https://rider.example/t/{number}", shapes=("AB####",))
UPS_NUMBER = "1Z999AA10123456784"


@pytest.fixture
def section(page):
    page.show_section("carriers")
    return page.section


async def asked():
    async with asyncio.timeout(20):
        while not isinstance(covering(), CarrierDialog):
            await asyncio.sleep(0.02)
    return covering()


def write(field, text):
    field.input.selectAll()
    QTest.keyClicks(field.input, text)


async def saved(page):
    page.start(page.save)
    await page.idle()


def shown(section):
    return [
        (line.carrier.name, line.place) for line in section.list.table.records.records if line.place
    ]


async def test_a_carrier_of_the_store_is_added_first_tried_and_kept(page, section, store):
    assert section.list.value() is None
    assert len(shown(section)) == len(KNOWN)
    assert not section.back.isEnabled()
    section.add.click()
    dialog = await asked()
    write(dialog.name, "ups")
    write(dialog.link, "http://rider.example/t/{number}")
    write(dialog.shape, "A.*B")
    dialog.save.click()
    await dialog.idle()
    assert dialog.name.problem.text().startswith("There is a carrier ups already.")
    assert "with https:// and {number}" in dialog.link.problem.text()
    assert "Use # for a digit" in dialog.shape.problem.text()
    write(dialog.name, "Rider")
    write(dialog.link, "https://rider.example/t/{number}")
    write(dialog.shape, "ab ####")
    dialog.save.click()
    await page.idle()
    for _ in KNOWN:
        section.up.click()
    assert shown(section)[0] == ("Rider", 1)
    assert not section.up.isEnabled()
    QTest.keyClicks(section.preview.number.input, "AB1234")
    assert section.preview.verdict.text() == "Carrier: Rider"
    assert section.preview.link.text() == "https://rider.example/t/AB1234"
    assert store.sql("SELECT carriers FROM storedesk.store_settings") is None
    await saved(page)
    now = await page.desk.read(queries.store_settings.settings)
    assert now.carriers == (RIDER, *KNOWN)
    change = section.changes.shown[0]
    assert (change.who, change.setting, change.old) == ("Dee", "Carriers", "StoreDesk's list")
    assert change.new.startswith("Rider (https://rider.example/t/{number}, AB####), UPS")


async def test_what_is_not_used_is_not_guessed_and_an_own_one_is_removed(page, section, store):
    written = json.dumps([{"name": "Van", "link": "https://v.example/{number}", "shapes": []}])
    store.sql(
        'UPDATE storedesk.store_settings SET carriers = %s::jsonb || \'[{"code": "dhl"}]\'',
        written,
    )
    page.reload()
    await page.idle()
    assert shown(section) == [("Van", 1), ("DHL", 2)]
    write(section.preview.number, UPS_NUMBER)
    assert section.preview.verdict.text() == "Carrier: Van"
    section.list.table.choose("Van")
    assert section.leave.isHidden()
    section.remove.click()
    assert shown(section) == [("DHL", 1)]
    assert section.preview.verdict.text() == "No carrier of the list gives such a number."
    section.list.table.choose("UPS")
    section.use.click()
    assert section.preview.verdict.text() == "Carrier: UPS"
    section.leave.click()
    await saved(page)
    assert (await page.desk.read(queries.store_settings.settings)).carriers == (DHL,)
    section.back.click()
    await saved(page)
    assert store.sql("SELECT carriers FROM storedesk.store_settings") is None
