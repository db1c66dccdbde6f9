"""The rules for labels of scales are added, seen at an example, tried with a label, and kept."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.scale_codes import PREFIXES, SHAPES, ScaleCode, example, read
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.settings.scale_code_dialog import ScaleCodeDialog

KEY = Qt.Key
KEPT = "SELECT scale_codes FROM storedesk.store_settings"


@pytest.fixture
def section(page):
    page.show_section("scale_codes")
    return page.section


async def asked():
    async with asyncio.timeout(20):
        while not isinstance(covering(), ScaleCodeDialog):
            await asyncio.sleep(0.02)
    return covering()


def write(field, text):
    field.input.selectAll()
    QTest.keyClicks(field.input, text)


def choose(field, key):
    field.show_value(key)
    field.edited.emit()


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("shape", SHAPES)
def test_an_example_is_read_by_its_rule(prefix, shape):
    rule = ScaleCode(prefix, *shape)
    label = read(example(rule), (rule,))
    assert label.item == "123456"[: rule.digits]
    assert (label.value, label.is_misread) == (499 if label.weight is None else 350, False)


async def test_a_rule_is_added_by_keys_tried_changed_removed_and_kept(page, section, store):
    assert section.list.value() == ()
    assert not section.change.isEnabled()
    assert not section.remove.isEnabled()
    QTest.keyClick(section.add, KEY.Key_Space)
    dialog = await asked()
    assert dialog.example.text() == "Example: 0212345003503. Number 12345, 0.350 kg"
    choose(dialog.prefix, "21")
    choose(dialog.shape, "1")
    assert dialog.example.text() == "Example: 2112345004990. Number 12345, price $4.99"
    QTest.keyClick(dialog, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await page.idle()
    assert section.list.value() == (ScaleCode("21", *SHAPES[1]),)
    write(section.preview.code, "2112345004990")
    assert section.preview.verdict.text() == "Number 12345, price $4.99"
    write(section.preview.code, "2112345004991")
    assert section.preview.verdict.text() == "A check digit is wrong: a till refuses this label."
    write(section.preview.code, "2012345003502")
    assert section.preview.verdict.text().startswith("No rule reads it.")
    assert store.sql(KEPT) is None
    page.start(page.save)
    await page.idle()
    assert store.sql(KEPT) == [{"prefix": "21", "value": "price", "digits": 5, "checked": False}]
    change = section.changes.shown[0]
    assert (change.who, change.setting) == ("Dee", "Labels of scales")
    assert change.new == "21: Number of 5 digits, price"
    section.change.click()
    dialog = await asked()
    choose(dialog.prefix, "28")
    dialog.save.click()
    await page.idle()
    assert [rule.prefix for rule in section.list.value()] == ["28"]
    section.remove.click()
    page.start(page.save)
    await page.idle()
    assert store.sql(KEPT) is None


async def test_a_prefix_has_one_rule_and_esc_adds_none(page, section):
    section.list.put(ScaleCode("20", *SHAPES[0]))
    section.add.click()
    dialog = await asked()
    assert "20" not in [entry.key for entry in dialog.prefix.input.entries.all]
    QTest.keyClick(dialog, KEY.Key_Escape)
    await page.idle()
    assert len(section.list.value()) == 1
    assert section.unsaved() == ["Labels of scales"]
    page.discard()
    assert section.list.value() == ()
