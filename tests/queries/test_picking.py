"""What is fetched for orders, and how it is scanned."""

from uuid import uuid4

import pytest

from storedesk import queries
from storedesk.domain.order_details import Pick
from storedesk.domain.orders import OrderStatus

pytestmark = pytest.mark.usefixtures("invariants")


def test_what_orders_have_in_common_is_fetched_once(ask, ordered):
    first = ordered("MUG", "MUG", "CUP", status="confirmed")
    second = ordered("MUG", status="confirmed")
    ordered("CUP", status="confirmed")
    one, two = ordered.number(first), ordered.number(second)

    picks = ask(queries.picking.picks, [second, first])

    assert picks == [
        Pick("Things", "Cup", None, "CUP", 1, ((one, 1),)),
        Pick("Things", "Mug", None, "MUG", 3, ((one, 2), (two, 1))),
    ]
    assert ask(queries.picking.picks, []) == []


def test_every_code_of_what_was_ordered_leads_to_its_line(ask, ordered, store):
    order = ordered("MUG", status="confirmed")
    line, mug = store.rows("SELECT id, product_id FROM order_line_items")[0]
    words = "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES ('mug-old', %s)"
    store.sql(words, mug)
    ordered("CUP")

    assert ask(queries.picking.item_codes, order) == {"MUG": line, "MUG-OLD": line}
    assert ask(queries.picking.item_codes, uuid4()) == {}


def test_orders_are_found_by_their_numbers(ask, ordered):
    order = ordered(customer="Ann Other", status="confirmed")
    number = ordered.number(order)
    ordered(customer="Zed Last")

    found = ask(queries.picking.orders_numbered, [number, "ORD-1999-000001"])

    assert list(found) == [number]
    assert (found[number].id, found[number].status) == (order, OrderStatus.CONFIRMED)
    assert found[number].customer == "Ann Other"
