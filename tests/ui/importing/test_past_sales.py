"""Past sales in the window: what can be used is imported, listed, and taken away again."""

import asyncio
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QWidget

from storedesk import queries
from storedesk.services import past_sales
from storedesk.ui.importing.past_import import BAD, COLUMNS, PastImportDialog
from storedesk.ui.importing.past_sales import PastSalesDialog
from tests.ui.forms import manager_context

FILE = """InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice
536365,MUG-1,6,2010-12-01 08:26:00,2.55
C536379,MUG-1,-1,2010-12-02 09:41:00,2.55
536415,22139,-12,2010-12-02 11:52:00,0.0
A563185,B,1,2010-12-02 14:50:00,-11062.06
"""
SUM = "SELECT sum(quantity * unit_price) FROM storedesk.past_lines"


@pytest.fixture
def context(signed_in, us):
    desk, _ = signed_in("cyd")
    made = manager_context(us)
    return replace(made, desk=desk)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    return window


@pytest.fixture
def show(window, act):
    """Make a dialog, and wait until it is ready."""

    def show(make):
        holder = []

        class Opener:
            async def idle(self):
                await holder[0].idle()

        act(Opener(), lambda: holder.append(make(window)))
        return holder[0]

    return show


@pytest.fixture
def open_file(show, context, tmp_path):
    def open_file(content):
        path = tmp_path / "sales.csv"
        path.write_text(content, encoding="utf-8")
        look = asyncio.run(context.desk.read(past_sales.look, path))
        return show(lambda window: PastImportDialog(window, context, path, look))

    return open_file


def test_what_can_be_used_is_said_at_once_and_imported(open_file, act, store):
    dialog = open_file(FILE)
    assert dialog.outcome.text() == "2 orders · 2 lines · $12.75"
    assert "2 lines cannot be used" in dialog.unusable.text()
    assert "11,062.06" in dialog.unusable.text()
    assert dialog.tabs.current() == BAD
    assert [dialog.bad.records.record(at).row for at in range(2)] == [4, 5]
    assert store.sql(SUM) is None

    act(dialog, dialog.go.click)
    assert store.sql(SUM) == Decimal("12.75")


def test_columns_with_other_headings_are_asked_for(open_file, act, store):
    dialog = open_file(FILE.replace("InvoiceNo", "Beleg").replace("UnitPrice", "Zu"))
    assert dialog.tabs.current() == COLUMNS
    assert not dialog.go.isEnabled()

    dialog.columns.fields["number"].show_value("Beleg")
    act(dialog, lambda: dialog.columns.fields["price"].show_value("Zu"))
    act(dialog, dialog.check.click)
    act(dialog, dialog.go.click)
    assert store.sql(SUM) == Decimal("12.75")


def test_a_file_of_known_orders_has_nothing_to_import(open_file, act):
    act(first := open_file(FILE), first.go.click)
    dialog = open_file(FILE)
    assert not dialog.go.isEnabled()
    assert "4 lines cannot be used" in dialog.unusable.text()


def test_imports_are_listed_and_taken_away_after_a_question(
    show, context, open_file, act, store, monkeypatch
):
    act(first := open_file(FILE), first.go.click)
    dialog = show(lambda window: PastSalesDialog(window, context))
    one = dialog.table.records.record(0)
    assert (one.files, one.orders, one.lines, one.begun_by) == ("sales.csv", 2, 2, "Cyd")
    assert not dialog.undo.isEnabled()

    async def yes(*_words, **_manner):
        return True

    monkeypatch.setattr("storedesk.ui.importing.past_sales.confirm", yes)
    dialog.table.selectRow(0)
    act(dialog, dialog.undo.click)
    assert store.sql(SUM) is None
    assert dialog.gone.text() == "2 lines are gone."
    assert asyncio.run(context.desk.read(queries.past_sales.past_imports)) == []
    assert not dialog.undo.isEnabled()
