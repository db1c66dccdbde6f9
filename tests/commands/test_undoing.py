"""The last change of a sale in progress, undone: the sale is as it was, whichever it was."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

pytestmark = pytest.mark.usefixtures("invariants")
FREE = ("quoted_total", "quote_expires_at", "version", "touched")
"""What may differ between a sale and the same sale after a change that was undone."""


@pytest.fixture
def undo(till):
    """Undo the last change of the till's sale; return what was undone."""

    def undo(**how):
        answer = till.call("undo_change", till.order, **how)
        told = answer.pop("undone")
        assert without(answer) == without(till.sale())
        assert answer["touched"] == told.get("touched")
        return told

    return undo


def without(sale):
    return {name: value for name, value in sale.items() if name not in FREE}


def pieces(told):
    return told["was"], told["pieces"]


def codes(sale):
    return [(line["name"], line["quantity"], line["unit_price"]) for line in sale["lines"]]


def scan(till, code="CUP", quantity=1):
    return lambda: till.scan(code, quantity)


def change(till, quantity, code="MUG"):
    def act():
        [line] = [one["id"] for one in till.sale()["lines"] if one["name"] == code.title()]
        till.call("change_line", till.order, line, quantity)

    return act


CHANGES = {
    "a scan of something new": scan,
    "a scan of what is there": lambda till: scan(till, "MUG", 3),
    "fewer pieces": lambda till: change(till, 1),
    "more pieces": lambda till: change(till, 9),
    "the first line removed": lambda till: change(till, 0),
    "the last line removed": lambda till: change(till, 0, "PEN"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_sale_is_as_it_was_before_its_last_change(till, goods, undo, what):
    for code in ("MUG", "CUP", "PEN"):
        goods(code, price="8.90")
    till.scan("MUG", 2)
    till.scan("PEN", 5)
    before = till.sale()

    CHANGES[what](till)()
    assert till.sale()["lines"] != before["lines"]
    undo()

    assert without(till.sale()) == without(before)


def test_change_after_change_is_undone_back_to_the_empty_sale(till, goods, undo, refused):
    goods("MUG", price="8.90")
    goods("CUP", price="2")
    till.scan("MUG")
    till.scan("CUP", 4)
    change(till, 0)()
    change(till, 1, "CUP")()

    assert [pieces(undo()) for _ in range(4)] == [(1, 4), (0, 1), (4, 0), (1, 0)]

    assert (till.sale()["lines"], till.sale()["total"]) == ([], "0.00")
    with refused("nothing_to_undo"):
        undo()
    till.scan("MUG")
    assert codes(till.sale()) == [("Mug", 1, "8.90")]


def test_it_says_what_was_undone(till, goods, undo, variant):
    goods("MUG", price="8.90")
    variant(goods("SHIRT", price="20"), "SH-M", size="M", color="Blue", more="1.50")
    till.scan("SH-M", 2)
    line = till.scan("MUG", 2)["touched"]
    till.scan("MUG")

    assert undo() == {
        "name": "Mug", "description": None, "was": 3, "pieces": 2, "price": "8.90",
        "is_priced": True, "touched": line,
    }  # fmt: skip
    assert undo()["touched"] is None
    assert undo() == {
        "name": "Shirt", "description": "M / Blue", "was": 2, "pieces": 0, "price": None,
        "is_priced": True, "touched": None,
    }  # fmt: skip


def test_a_line_that_is_back_keeps_its_place_and_its_id(till, goods, undo):
    goods("MUG")
    goods("CUP")
    mug = till.scan("MUG")["touched"]
    till.scan("CUP")
    change(till, 0)()

    assert undo()["touched"] == mug
    assert till.sale()["lines"][0]["id"] == mug


def test_variants_of_a_product_are_changed_each_for_itself(till, goods, undo, variant):
    shirt = goods("SHIRT", price="20")
    variant(shirt, "SH-M", size="M")
    variant(shirt, "SH-L", size="L")
    till.scan("SH-M", 2)
    till.scan("SH-L", 3)

    assert pieces(undo()) == (3, 0)
    assert [line["quantity"] for line in till.sale()["lines"]] == [2]


def test_a_price_that_was_set_by_hand_is_the_lists_again(till_of, goods):
    till = till_of(person="cyd")
    goods("MUG", price="8.90")
    line = till.scan("MUG", 2)["touched"]
    before = till.sale()
    till.call("reprice_line", till.order, line, "5", "scratched")

    answer = till.call("undo_change", till.order)

    assert (pieces(answer["undone"]), answer["undone"]["price"]) == ((2, 2), "8.90")
    assert without(till.sale()) == without(before)


def test_pieces_that_were_allowed_a_price_come_back_with_it_and_no_more(
    store, till, goods, allow, undo
):
    goods("MUG", price="8.90", on_hand=100)
    line = till.scan("MUG", 2)["touched"]

    def reprice(approval):
        return till.call("reprice_line", till.order, line, "0.01", "scratched", approval)

    reprice(allow(reprice))
    allowed = store.rows("SELECT * FROM storedesk.till_overrides")
    till.call("change_line", till.order, line, 5)
    till.call("change_line", till.order, line, 0)
    assert codes(till.sale()) == [("Mug", 3, "8.90")]

    assert pieces(undo()) == (3, 5)
    assert codes(till.sale()) == [("Mug", 2, "0.01"), ("Mug", 3, "8.90")]
    assert pieces(undo()) == (5, 2)
    assert codes(till.sale()) == [("Mug", 2, "0.01")]
    assert store.rows("SELECT * FROM storedesk.till_overrides") == allowed
    undo()
    assert codes(till.sale()) == [("Mug", 2, "8.90")]
    assert store.rows("SELECT * FROM storedesk.till_overrides") == []


def test_lines_that_a_quote_has_put_together_are_two_again(till, goods, undo, store):
    mug = goods("MUG", price="8.90")
    till.scan("MUG")
    store.sql("UPDATE products SET price_amount = 9.90 WHERE id = %s", mug)
    till.scan("MUG", 2)
    assert not till.quote()["is_held"]
    assert codes(till.sale()) == [("Mug", 3, "9.90")]

    assert pieces(undo()) == (3, 1)
    assert codes(till.sale()) == [("Mug", 1, "8.90")]
    assert till.quote()["changes"] == [{"name": "Mug", "old": "8.90", "new": "9.90"}]


def test_the_customer_of_a_sale_is_the_one_before(till, goods, undo, customer):
    ann, bea = customer(), customer("Bea Blue", "bea@example.com")
    goods("MUG")
    till.call("attach_customer", till.register, till.order, ann)
    till.scan("MUG")
    for whom in (bea, bea, None):
        till.call("attach_customer", till.register, till.order, whom)

    assert [undo() for _ in range(2)] == [{"customer": "Bea Blue"}, {"customer": "Ann Other"}]
    assert pieces(undo()) == (1, 0)
    assert undo() == {"customer": None}
    assert till.sale()["customer"] is None


def test_what_changed_nothing_is_not_undone(till, goods, undo):
    goods("MUG")
    till.scan("MUG", 2)
    change(till, 2)()
    till.call("attach_customer", till.register, till.order, None)

    assert pieces(undo()) == (2, 0)


def test_a_request_that_is_sent_again_undoes_once(till, goods, undo):
    goods("MUG")
    till.scan("MUG")
    till.scan("MUG")
    request = uuid4()

    assert undo(request=request) == undo(request=request)
    assert [line["quantity"] for line in till.sale()["lines"]] == [1]


def test_two_that_undo_at_once_undo_one_change_each(till, till_of, goods):
    goods("MUG")
    for _ in range(3):
        till.scan("MUG")
    others = [till_of(), till_of()]

    with ThreadPoolExecutor(2) as pool:
        told = pool.map(lambda one: one.call("undo_change", till.order)["undone"]["was"], others)

    assert sorted(told) == [2, 3]
    assert [line["quantity"] for line in till.sale()["lines"]] == [1]


def test_a_sale_that_another_register_went_on_with_is_undone_there(till, till_of, goods):
    goods("MUG")
    till.scan("MUG", 2)
    change(till, 0)()
    till.scan("MUG")
    till.call("park", till.order, "later")
    other = till_of("T2")
    other.call("recall", till.order, other.register)

    for was in (1, 0):
        assert other.call("undo_change", till.order)["undone"]["was"] == was
    assert [line["quantity"] for line in other.sale()["lines"]] == [2]


def test_while_money_is_taken_nothing_is_undone(till, goods, undo, refused):
    goods("MUG")
    till.scan("MUG")
    assert till.quote()["is_held"]
    with refused("sale_quoted"):
        undo()

    till.call("release_quote", till.order)
    assert pieces(undo()) == (1, 0)


def test_a_quote_that_is_over_keeps_nobody_from_it(till, goods, undo, store):
    goods("MUG")
    till.scan("MUG")
    till.quote()
    store.sql("UPDATE storedesk.till_carts SET quote_expires_at = core.now() - interval '1 second'")

    assert pieces(undo()) == (1, 0)
    assert till.sale()["quoted_total"] is None


def test_what_is_paid_is_not_undone_and_leaves_nothing_to_undo(till, goods, undo, store, refused):
    goods("MUG")
    till.sell("MUG")

    with refused("already_paid"):
        undo()
    assert store.rows("SELECT * FROM storedesk.sale_changes") == []


def test_what_is_no_longer_sold_comes_back_and_is_not_quoted(till, goods, undo, store, refused):
    mug = goods("MUG")
    till.scan("MUG")
    change(till, 0)()
    store.sql("UPDATE products SET status = 'inactive', is_active = false WHERE id = %s", mug)

    undo()
    assert [line["is_sellable"] for line in till.sale()["lines"]] == [False]
    with refused("product_not_sold"):
        till.quote()
