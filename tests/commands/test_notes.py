"""Notes on the lines of a sale: with the line, whatever becomes of it, and on its order."""

from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")
KEPT = "SELECT note FROM storedesk.line_notes"


@pytest.fixture
def note(till):
    """Note something for the line of a product; return the sale."""

    def note(words, name="Mug", **how):
        [line] = [one["id"] for one in till.sale()["lines"] if one["name"] == name]
        return till.call("note_line", till.order, line, words, **how)

    return note


def notes(sale):
    return [(line["name"], line["quantity"], line["note"]) for line in sale["lines"]]


def test_a_line_is_noted_and_the_others_are_not(till, goods, note):
    goods("MUG")
    goods("CUP")
    line = till.scan("MUG", 2)["touched"]
    till.scan("CUP")

    sale = note("  engraving: Anna ")

    assert notes(sale) == [("Mug", 2, "engraving: Anna"), ("Cup", 1, None)]
    assert sale["touched"] == line
    assert notes(till.sale()) == notes(sale)


def test_a_note_is_written_over_and_removed(till, goods, note):
    goods("MUG")
    till.scan("MUG")
    note("gift wrapped")
    assert notes(note("gift wrapped in blue")) == [("Mug", 1, "gift wrapped in blue")]
    assert notes(note("   ")) == [("Mug", 1, None)]


def test_the_order_keeps_it_and_so_does_the_receipt(till, goods, note, store):
    goods("MUG")
    goods("CUP")
    till.scan("MUG")
    till.scan("CUP")
    note("gift wrapped")
    till.quote()
    paid = till.pay()

    assert store.rows(
        "SELECT l.product_name, n.note FROM storedesk.line_notes AS n"
        " JOIN order_line_items AS l ON l.id = n.order_line_item_id"
    ) == [("Mug", "gift wrapped")]
    receipt = till.ask("receipt", paid["order_id"])
    assert [(one["name"], one["note"]) for one in receipt["lines"]] == [
        ("Mug", "gift wrapped"), ("Cup", None),
    ]  # fmt: skip
    assert store.rows("SELECT note FROM storedesk.till_notes") == []


def test_what_was_sold_so_is_never_written_over(till, goods, note, store):
    goods("MUG")
    till.scan("MUG")
    note("gift wrapped")
    till.quote()
    till.pay()

    for statement in (
        "UPDATE storedesk.line_notes SET note = 'x'",
        "DELETE FROM storedesk.line_notes",
    ):
        with pytest.raises(psycopg.Error, match="append_only"):
            store.sql(statement)
    assert store.sql(KEPT) == "gift wrapped"


def test_while_money_is_taken_the_quote_stays(till, goods, note, store):
    goods("MUG")
    till.scan("MUG")
    assert till.quote()["is_held"]
    held = till.sale()["quote_expires_at"]

    assert note("gift wrapped")["quote_expires_at"] == held
    till.pay(total="2.50")
    assert store.sql(KEPT) == "gift wrapped"


def test_more_of_it_and_fewer_keep_the_note(till, goods, note):
    goods("MUG")
    line = till.scan("MUG")["touched"]
    note("gift wrapped")
    assert notes(till.scan("MUG")) == [("Mug", 2, "gift wrapped")]
    assert notes(till.call("change_line", till.order, line, 1)) == [("Mug", 1, "gift wrapped")]


def test_a_price_set_by_hand_keeps_the_note(till_of, goods):
    till = till_of(person="cyd")
    goods("MUG", price="8.90")
    line = till.scan("MUG", 2)["touched"]
    till.call("note_line", till.order, line, "gift wrapped")
    sale = till.call("reprice_line", till.order, line, "5", "scratched")
    assert notes(sale) == [("Mug", 2, "gift wrapped")]


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ("blue", "", "blue"),
        ("", "red", "red"),
        ("blue", "red", "red; blue"),
        ("b" * 99, "r" * 99, "r" * 99 + "; " + "b" * 99),
    ],
)
def test_lines_that_are_put_together_keep_both_notes(till_of, goods, store, first, second, both):
    till = till_of(person="cyd")
    mug = goods("MUG", price="8.90")
    line = till.scan("MUG")["touched"]
    till.call("note_line", till.order, line, first)
    store.sql("UPDATE products SET price_amount = 9.90 WHERE id = %s", mug)
    other = till.scan("MUG")["touched"]
    till.call("note_line", till.order, other, second)

    sale = till.call("reprice_line", till.order, line, "9.90", "as today")

    assert notes(sale) == [("Mug", 2, both)]


def test_notes_that_are_too_long_together_are_refused_and_kept(till_of, goods, store, refused):
    till = till_of(person="cyd")
    till.open()
    mug = goods("MUG", price="8.90")
    line = till.scan("MUG")["touched"]
    till.call("note_line", till.order, line, "b" * 99)
    store.sql("UPDATE products SET price_amount = 9.90 WHERE id = %s", mug)
    other = till.scan("MUG")["touched"]
    till.call("note_line", till.order, other, "r" * 100)
    kept = [("Mug", 1, "b" * 99), ("Mug", 1, "r" * 100)]

    with refused("notes_too_long"):
        till.call("reprice_line", till.order, line, "9.90", "as today")
    assert notes(till.sale()) == kept
    with refused("notes_too_long"):
        till.quote()
    assert notes(till.sale()) == kept

    till.call("note_line", till.order, other, "r" * 99)
    till.quote()
    assert notes(till.sale()) == [("Mug", 2, "r" * 99 + "; " + "b" * 99)]


def test_a_parked_sale_keeps_its_notes(till, till_of, goods, note):
    goods("MUG")
    till.scan("MUG")
    note("gift wrapped")
    till.call("park", till.order, "later")
    other = till_of("T2")
    assert notes(other.call("recall", till.order, other.register)) == [("Mug", 1, "gift wrapped")]


def test_a_note_is_undone_and_comes_back_with_its_line(till, goods, note, store):
    goods("MUG", price="8.90")
    line = till.scan("MUG", 2)["touched"]
    note("gift wrapped")
    till.call("change_line", till.order, line, 0)
    assert store.rows("SELECT FROM storedesk.till_notes") == []

    assert notes(till.call("undo_change", till.order)) == [("Mug", 2, "gift wrapped")]
    answer = till.call("undo_change", till.order)
    assert notes(answer) == [("Mug", 2, None)]
    told = answer["undone"]
    assert (told["was"], told["pieces"], told["is_priced"]) == (2, 2, False)


def test_the_same_note_again_is_no_change(till, goods, note):
    goods("MUG")
    till.scan("MUG")
    note("gift wrapped")
    version = note("gift wrapped")["version"]
    assert note(" gift wrapped ")["version"] == version
    assert notes(till.call("undo_change", till.order)) == [("Mug", 1, None)]


def test_a_request_that_is_sent_again_notes_once(till, goods, note):
    goods("MUG")
    till.scan("MUG")
    request = uuid4()
    first = note("gift wrapped", request=request)
    note("blue")
    assert notes(note("gift wrapped", request=request)) == [("Mug", 1, "blue")]
    assert first["touched"]


def test_what_is_no_note_is_refused(till, goods, note, refused):
    goods("MUG")
    till.scan("MUG")
    for words, code in (
        ("4111 1111 1111 1111", "card_number"),
        ("x" * 201, "text_too_long"),
        ("two\nlines", "text_control"),
    ):
        with refused(code):
            note(words)
    assert notes(note("x" * 200)) == [("Mug", 1, "x" * 200)]
    with refused("line_not_found"):
        till.call("note_line", till.order, uuid4(), "gift wrapped")
    with refused("sale_not_found"):
        till.call("note_line", uuid4(), uuid4(), "gift wrapped")


def test_a_paid_line_takes_no_note(till, goods, refused):
    goods("MUG")
    line = till.scan("MUG")["touched"]
    till.quote()
    till.pay()
    with refused("already_paid"):
        till.call("note_line", till.order, line, "gift wrapped")


@pytest.mark.parametrize("login", ["ada", "dee", "eve"])
def test_who_does_not_sell_notes_nothing_and_reads_what_was_sold_so(
    store, till, goods, note, login
):
    goods("MUG")
    line = till.scan("MUG")["touched"]
    note("gift wrapped")
    words = "SELECT api.note_line(%s, %s, %s, 'x')"
    with pytest.raises(InsufficientPrivilege):
        store.sql(words, uuid4(), till.order, line, login=login)
    till.quote()
    till.pay()
    assert store.sql(KEPT, login=login) == "gift wrapped"


def test_other_windows_of_the_till_are_told(store, till, goods, note):
    goods("MUG")
    till.scan("MUG")
    with psycopg.connect(store.dsn("bob"), autocommit=True) as line:
        line.execute("LISTEN storedesk")
        note("gift wrapped")
        [told] = line.notifies(timeout=20, stop_after=1)
    assert str(till.register) in told.payload
    assert "carts" in told.payload
