"""The fiscal records are verified and exported in the window, by real keys."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.fiscal import FiscalCheck
from storedesk.ui.journal import fiscal_dialog
from storedesk.ui.journal.fiscal_dialog import FiscalDialog
from storedesk.ui.journal.view import JournalView
from storedesk.ui.kit.input.covers import covering
from tests.fiscal_file import faults
from tests.ui.contexts import a_context

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sold(till, goods):
    goods("MUG", on_hand=20)
    for _ in range(3):
        till.sell("MUG")
    return till


@pytest.fixture
def opened(qtbot, signed_in, us, act, sold):
    del sold
    desk, me = signed_in("eve")
    page = JournalView(a_context(desk, me, us))
    qtbot.addWidget(page)
    page.resize(1024, 700)
    act(page, page.show)
    act(page, page.reload)

    async def opened():
        page.fiscal_button.click()
        await asyncio.sleep(0)
        made = covering()
        assert isinstance(made, FiscalDialog)
        await made.idle()
        return made

    return opened


async def press(dialog, key, *modifiers):
    held = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        held |= one
    QTest.keyClick(dialog.focusWidget() or dialog, key, held)
    await dialog.idle()


async def test_records_are_verified(opened):
    dialog = await opened()
    assert dialog.register.count() == 2
    assert (dialog.register.currentText(), dialog.period.currentText()) == (
        "All registers", "Any day",
    )  # fmt: skip
    await press(dialog, KEY.Key_Return, CTRL)
    assert dialog.state.text == "As written"
    assert dialog.words.text() == "All 3 records are as they were written."
    assert "Newest of Till 1: 3," in dialog.newest.text()


async def test_a_record_that_was_changed_is_named(opened, store):
    dialog = await opened()
    with store.connect() as line:
        line.execute("SET session_replication_role = replica")
        line.execute("UPDATE storedesk.fiscal_records SET total_amount = 1 WHERE number = 2")
    await press(dialog, KEY.Key_Return, CTRL)
    assert dialog.state.text == "Not as written"
    assert "Fiscal record 2 of Till 1 (" in dialog.words.text()
    assert dialog.words.text().endswith("was changed.")


async def test_records_are_exported(opened, tmp_path, monkeypatch):
    dialog = await opened()
    file = tmp_path / "records.jsonl"

    async def chosen(*_, **__):
        return file

    monkeypatch.setattr(fiscal_dialog, "choose_file", chosen)
    await press(dialog, KEY.Key_E, CTRL, SHIFT)
    assert dialog.words.text() == "3 records are in records.jsonl."
    assert faults(file.read_text(encoding="utf-8").splitlines()) == []


async def test_escape_calls_off_what_runs_and_then_closes(opened, monkeypatch):
    dialog = await opened()
    desk, asked, goes_on = dialog._context.desk, asyncio.Event(), asyncio.Event()
    read = desk.read

    async def slow(*given, **named):
        asked.set()
        await goes_on.wait()
        return await read(*given, **named)

    monkeypatch.setattr(desk, "read", slow)
    dialog.start(dialog.verify)
    await asyncio.wait_for(asked.wait(), 10)
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert dialog.isVisible()
    goes_on.set()
    await dialog.idle()
    assert dialog.words.text() == "Verifying was canceled."
    assert dialog.isVisible()
    QTest.keyClick(dialog, KEY.Key_Escape)
    await asyncio.sleep(0)
    assert covering() is None


async def test_a_register_and_days_are_chosen(opened):
    dialog = await opened()
    dialog.register.setCurrentIndex(1)
    dialog.period.setCurrentIndex(2)  # yesterday
    scope = dialog.scope()
    assert scope.chain
    assert (scope.until - scope.since).days == 1
    await press(dialog, KEY.Key_Return, CTRL)
    assert dialog.words.text() == "All 0 records are as they were written."


@pytest.fixture
def one_signed(opened, store):
    """The dialog in a demo store where the second of three records is signed."""
    store.be_demo()
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute(
            "INSERT INTO storedesk.fiscal_signatures SELECT chain_id, number, hash, 'simulator',"
            " 's', 's', now(), (SELECT id FROM storedesk.staff LIMIT 1)"
            " FROM storedesk.fiscal_records WHERE number = 2"
        )
    return opened


async def test_how_many_are_not_signed_is_said_where_one_is(one_signed, store):
    dialog = await one_signed()
    await press(dialog, KEY.Key_Return, CTRL)
    assert dialog.words.text() == ("All 3 records are as they were written. 2 are not signed yet.")
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute("UPDATE storedesk.fiscal_signatures SET hash = sha256('')")
    await press(dialog, KEY.Key_Return, CTRL)
    assert dialog.state.text == "Not as written"
    assert dialog.words.text().startswith("The signature of fiscal record 2 of Till 1 (")


class Chosen:
    """A signer that is chosen at this computer."""

    is_set_up = True


async def test_how_many_are_not_signed_is_said_where_a_signer_is_chosen(opened):
    dialog = await opened()
    dialog._context.signing = Chosen()
    await press(dialog, KEY.Key_Return, CTRL)
    assert dialog.words.text().endswith("3 are not signed yet.")


def test_how_many_are_not_signed_is_in_words():
    def words(signed):
        check = FiscalCheck(
            None, 0, is_done=True, rows=2, total_rows=2, fault=None, newest=(), signed=signed
        )
        return fiscal_dialog.unsigned_words(check, str)

    assert [words(one) for one in (0, 1, 2)] == [
        "2 are not signed yet.", "1 is not signed yet.", "All are signed.",
    ]  # fmt: skip
