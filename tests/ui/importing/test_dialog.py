"""The window's import, as a manager uses it."""

import asyncio

import pytest
from PySide6.QtWidgets import QWidget

from storedesk.domain.importing.progress import ImportStep
from storedesk.domain.refusals.errors import Refused
from storedesk.services import importing
from storedesk.ui.importing.dialog import ImportDialog
from storedesk.ui.importing.progress import ProgressPanel

GOOD = "Artikel,Name,Preis\nA1,Apple,1.50\nB1,Berry,2.50\n"


@pytest.fixture
def open_dialog(qtbot, signed_in, us, act, tmp_path):
    def open_dialog(content, login="cyd"):
        path = tmp_path / "goods.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
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

        act(
            Opener(),
            lambda: holder.append(ImportDialog(window, desk, us, (path,), look, most=100_000)),
        )
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
    assert dialog.outcome.text().startswith("2 new · 0 changed · 0 unchanged · 0 rows")
    assert store.sql("SELECT count(*) FROM products") == 0

    accepted = []
    dialog.accepted.connect(lambda: accepted.append(True))
    dialog.choices.stock.input.setText("7")
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
        "“free” cannot be read as a price.",
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


# ---------- nothing is guessed


def known(store, add_product):
    """Have green tea in the store, and return it."""
    product = add_product("Green tea", price="4.50")
    for code in ("TEA-1", "5012345678900"):
        store.sql(
            "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES (%s, %s)",
            code, product,
        )  # fmt: skip
    return product


def test_letters_are_asked_for_where_nothing_says_what_they_are(open_dialog, act, store):
    dialog = open_dialog("Code,Name,Price\nA1,Český čaj,1.50\n".encode("cp1250"))

    assert dialog.parts.tabs.current() == "file"
    assert "not UTF-8" in dialog.reading.doubt.text()
    assert [cells for _, cells in listed(dialog.reading.rows)][1] == (
        "A1", "Èeský èaj", "1.50",
    )  # fmt: skip
    assert not dialog.go.isEnabled()
    assert "Choose the encoding" in dialog.outcome.text()

    act(dialog, lambda: pick(dialog.reading.encoding, "cp1250"))
    assert dialog.reading.doubt.isHidden()
    act(dialog, dialog.go.click)
    assert store.sql("SELECT name FROM products") == "Český čaj"


def listed(table):
    return [table.rows.record(at) for at in range(table.rows.rowCount())]


def pick(field, value):
    """Choose as a person does."""
    field.show_value(value)
    field.input.activated.emit(field.input.currentIndex())


def test_a_person_says_where_the_headings_are(open_dialog, act):
    dialog = open_dialog("SKU,Name,Price\nSKU,Title,Price\nA1,Apple,1.50\n")

    def type_two():
        dialog.reading.header_row.input.setText("2")
        dialog.reading.header_row.input.textEdited.emit("2")

    act(dialog, type_two)
    assert dialog.columns.fields["name"].value() == "Title"
    assert dialog.outcome.text().startswith("1 new")

    def type_nine():
        dialog.reading.header_row.input.setText("9")
        dialog.reading.header_row.input.textEdited.emit("9")

    act(dialog, type_nine)
    assert "has no row 9" in dialog.problem.text()
    assert not dialog.go.isEnabled()


def test_a_person_says_which_mark_stands_before_decimals(open_dialog, act, store):
    dialog = open_dialog("SKU;Name;Price\nT1;Mehl;1,250\n")
    [bad] = listed(dialog.bad)
    assert bad.code == "import_doubtful_number"
    assert dialog.parts.tabs.current() == "bad"
    assert not dialog.go.isEnabled()

    act(dialog, lambda: pick(dialog.reading.decimal_mark, ","))
    act(dialog, dialog.go.click)
    assert store.sql("SELECT price_amount::text FROM products") == "1.25"


def test_what_would_change_is_shown_old_and_new(open_dialog, act, store, add_product):
    known(store, add_product)
    dialog = open_dialog("SKU,Name,Price\nTEA-1,White tea,4.80\nB1,Berry,1.00\n")

    assert dialog.parts.tabs.current() == "changes"
    assert [(one.product, one.what, one.old, one.new) for one in listed(dialog.changes.table)] == [
        ("Imported", "New category", "", "1 new products, 0 moved"),
        ("Green tea", "Name", "Green tea", "White tea"),
        ("Green tea", "Price", "4.50", "4.80"),
    ]  # fmt: skip
    act(dialog, dialog.go.click)
    assert store.sql("SELECT string_agg(name, ',' ORDER BY name) FROM products") == (
        "Berry,White tea"
    )


def test_a_barcode_names_a_product_only_where_the_box_is_ticked(
    open_dialog, act, store, add_product
):
    known(store, add_product)
    dialog = open_dialog("SKU,Name,Price,EAN\nMUG-9,Steel mug,19.90,5012345678900\n")
    [bad] = listed(dialog.bad)
    assert "belongs to Green tea" in bad.sentence()

    act(dialog, lambda: dialog.choices.match_barcode.setChecked(True))
    assert ("Green tea", "Steel mug") in [
        (one.old, one.new) for one in listed(dialog.changes.table)
    ]
    act(dialog, dialog.go.click)
    assert store.sql("SELECT name FROM products") == "Steel mug"


def test_known_products_move_only_where_the_box_is_ticked(open_dialog, act, store, add_product):
    known(store, add_product)
    dialog = open_dialog("SKU,Name,Price,Category\nTEA-1,Green tea,4.50,Drinks\n")
    assert dialog.outcome.text().endswith("1 stay in a category other than the file's")
    assert not dialog.go.isEnabled()

    act(dialog, lambda: dialog.choices.set_categories.setChecked(True))
    assert ("Category", "Drinks") in [(one.what, one.new) for one in listed(dialog.changes.table)]
    act(dialog, dialog.go.click)
    category = "SELECT c.name FROM products AS p JOIN categories AS c ON c.id = p.category_id"
    assert store.sql(category) == "Drinks"


def test_what_somebody_else_changed_meanwhile_is_looked_at_again(
    open_dialog, act, store, add_product
):
    known(store, add_product)
    dialog = open_dialog("SKU,Name,Price\nTEA-1,White tea,4.50\n")
    store.sql("UPDATE products SET price_amount = 5.00, version = version + 1")

    act(dialog, dialog.go.click)
    assert "Look at it again" in dialog.problem.text()
    assert store.sql("SELECT name FROM products") == "Green tea"


def test_the_list_of_changes_is_saved_whole(
    open_dialog, act, store, add_product, tmp_path, monkeypatch
):
    known(store, add_product)
    dialog = open_dialog("SKU,Name,Price\nTEA-1,White tea,4.50\n")

    async def chosen(*_, **__):
        return tmp_path / "changes.csv"

    monkeypatch.setattr("storedesk.ui.importing.dialog.choose_file", chosen)
    act(dialog, dialog.changes.save.click)

    assert "Green tea,name,,Green tea,White tea" in (tmp_path / "changes.csv").read_text(
        "utf-8-sig"
    )


STOCKED = "SKU,Name,Price,Stock\nTEA-1,Green tea,4.50,{}\nA1,Apple,1.50,3\n"
ON_HAND = "SELECT stock_level FROM inventory AS i JOIN products AS p ON p.id = i.product_id"


@pytest.fixture
def shown(monkeypatch):
    """Keep what the progress panel shows, and do what a test wants at each of it."""
    seen, at_each = [], []
    before = ProgressPanel.show_progress

    def show(panel, far):
        seen.append(far)
        before(panel, far)
        for act in at_each:
            act(panel, far)

    monkeypatch.setattr(ProgressPanel, "show_progress", show)
    monkeypatch.delattr("tests.ui.conftest.InstantDesk._run")  # on threads, as in the window
    return seen, at_each


def test_a_bar_says_what_is_done_and_how_far_it_is(open_dialog, act, shown, store, add_product):
    seen, at_each = shown
    words = []
    at_each.append(lambda panel, _: words.append((panel.words.text(), not panel.isHidden())))
    known(store, add_product)
    dialog = open_dialog(STOCKED.format(9))
    assert [far.step for far in seen][-1] is ImportStep.CHECKING
    assert seen[-1].part == 1.0
    assert ("Reading the file: 2 lines", True) in words
    assert dialog.progress.isHidden()

    seen.clear()
    act(dialog, lambda: dialog.choices.set_stock.setChecked(True))
    assert "the stock of 1 existing products is set" in dialog.outcome.text()
    act(dialog, dialog.go.click)
    steps = list(dict.fromkeys(far.step for far in seen))
    assert steps == [step for step in ImportStep if step is not ImportStep.ADDING]
    assert ("Setting the stock of existing products: 1 of 1", True) in words
    assert store.sql(f"{ON_HAND} WHERE p.name = 'Green tea'") == 9


def test_stock_that_moved_meanwhile_is_listed_with_its_code(open_dialog, act, store, add_product):
    tea = known(store, add_product)
    dialog = open_dialog(STOCKED.format(9))
    act(dialog, lambda: dialog.choices.set_stock.setChecked(True))
    words = "SELECT api.adjust_stock(gen_random_uuid(), %s, NULL, 4, 'found')"
    store.sql(words, tea, login="ada")
    accepted = []
    dialog.accepted.connect(lambda: accepted.append(True))

    act(dialog, dialog.go.click)
    (left,) = listed(dialog.parts.unset.table)
    assert (left.code, left.level) == ("TEA-1", 9)
    now, was = left.now, left.now - 4
    words = f"Green tea: {now} are on hand now, not {was} as before, and are not set to 9."
    assert left.sentence() == words
    assert not accepted
    assert dialog.go.text() == "Close"
    act(dialog, dialog.go.click)
    assert accepted


def test_a_canceled_import_has_changed_nothing(open_dialog, act, store, monkeypatch):
    dialog = open_dialog(STOCKED.format(9))
    stop, closed = dialog.cancel.click, []
    dialog.finished.connect(closed.append)
    carry_out = importing.carry_out

    def stopped(*arguments):
        stop()
        return carry_out(*arguments)

    monkeypatch.setattr(importing, "carry_out", stopped)
    act(dialog, dialog.go.click)

    assert dialog.problem.text() == "The import was canceled, and nothing was changed."
    assert store.sql("SELECT count(*) FROM products") == 0
    assert not closed
    assert dialog.cancel.isEnabled()


def test_setting_stock_stops_between_two_batches_and_goes_on(
    open_dialog, act, shown, store, add_product, monkeypatch
):
    _, at_each = shown
    known(store, add_product)
    store.sql("INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES ('A1', %s)",
              add_product("Apple", on_hand=5))  # fmt: skip
    monkeypatch.setattr("storedesk.ui.importing.stock_setting.BATCH", 1)
    dialog = open_dialog(STOCKED.format(9))
    act(dialog, lambda: dialog.choices.set_stock.setChecked(True))

    def stop(_panel, far):
        if far.step is ImportStep.SETTING and far.done == 1:
            dialog.cancel.click()

    at_each.append(stop)
    act(dialog, dialog.go.click)
    assert "Import the same file within 24 hours" in dialog.problem.text()
    assert store.sql("SELECT waiting FROM storedesk.stock_imports") == 1

    at_each.clear()
    act(dialog, dialog.check.click)
    assert "the stock of 1 existing products is set" in dialog.outcome.text()
    act(dialog, dialog.go.click)
    assert store.sql("SELECT array_agg(stock_level ORDER BY stock_level) FROM inventory") == [3, 9]
    assert store.sql("SELECT count(*) FROM storedesk.stock_imports") == 0


def test_a_workbook_is_called_a_workbook_before_any_form(open_dialog):
    with pytest.raises(Refused, match="is an Excel workbook: save it as CSV"):
        open_dialog(b"PK\x03\x04\x14\0\0\0\0\0[Content_Types].xml xl/workbook.xml")
