"""The window's import, as a manager uses it."""

import asyncio

import pytest
from PySide6.QtWidgets import QWidget

from storedesk.services import importing
from storedesk.ui.importing.dialog import ImportDialog

GOOD = "Artikel,Name,Preis\nA1,Apple,1.50\nB1,Berry,2.50\n"


@pytest.fixture
def open_dialog(qtbot, signed_in, us, act, tmp_path):
    def open_dialog(content, login="cyd"):
        path = tmp_path / "goods.csv"
        path.write_text(content)
        desk, _ = signed_in(login)
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1200, 800)
        window.show()
        look = asyncio.run(desk.read(importing.look, (path,)))
        holder = []

        class Opener:
            async def idle(self):
                await holder[0].idle()

        act(Opener(), lambda: holder.append(ImportDialog(window, desk, us, (path,), look)))
        holder[0].window_kept = window
        return holder[0]

    return open_dialog


def choose(dialog, **columns):
    for column, header in columns.items():
        dialog.columns.fields[column].show_value(header)


def test_columns_are_asked_for_and_nothing_can_be_imported_before(open_dialog, act, store):
    dialog = open_dialog(GOOD)
    assert not dialog.go.isEnabled()

    choose(dialog, code="Artikel", name="Name", price="Preis")
    act(dialog, dialog.check.click)
    assert dialog.outcome.text().startswith("2 new · 0 changed · 0 the same · 0 rows")
    assert store.sql("SELECT count(*) FROM products") == 0

    accepted = []
    dialog.accepted.connect(lambda: accepted.append(True))
    dialog.stock.input.setText("7")
    act(dialog, dialog.go.click)
    assert store.rows(
        "SELECT name, status, stock_level FROM products JOIN inventory ON product_id = products.id "
        "ORDER BY name"
    ) == [("Apple", "active", 7), ("Berry", "active", 7)]
    assert accepted


def test_what_is_usual_is_proposed_and_looked_at_at_once(open_dialog):
    dialog = open_dialog(GOOD.replace("Artikel", "SKU"))

    assert dialog.columns.fields["code"].value() == "SKU"
    assert dialog.go.isEnabled()


def test_bad_rows_are_listed_and_left_out_only_where_that_is_said(open_dialog, act, store):
    dialog = open_dialog("Code,Name,Price\nA1,Apple,1.50\nB1,Berry,free\n")
    [bad] = [dialog.bad.rows.record(0)]
    assert (bad.row, bad.column, bad.sentence()) == (
        3,
        "Price",
        "“free” is no price that can be read.",
    )
    assert not dialog.go.isEnabled()

    dialog.skip.setChecked(True)
    assert dialog.go.isEnabled()
    act(dialog, dialog.go.click)
    assert store.sql("SELECT string_agg(name, ',') FROM products") == "Apple"


def test_another_choice_of_columns_asks_for_another_look(open_dialog):
    dialog = open_dialog("Code,Name,Price\nA1,Apple,1.50\n")
    assert dialog.go.isEnabled()

    dialog.columns.fields["name"].edited.emit()
    assert not dialog.go.isEnabled()


def test_a_shopify_export_needs_no_columns(open_dialog, act, store):
    dialog = open_dialog("Handle,Title,Variant Price,Variant SKU,Published\nmug,Mug,5,M1,false\n")

    assert dialog.columns is None
    act(dialog, dialog.go.click)
    assert store.sql("SELECT status FROM products") == "draft"


def test_what_the_store_refuses_stands_in_the_dialog(open_dialog, act, store):
    dialog = open_dialog("Code,Name,Price\nA1,Apple,1.50\n", login="ada")

    act(dialog, dialog.go.click)
    assert dialog.problem.isVisibleTo(dialog)
    assert store.sql("SELECT count(*) FROM products") == 0
