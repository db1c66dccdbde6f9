"""Parcels: whose number it is, and what did not leave after all."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest

from tests.drawn import unique

pytestmark = pytest.mark.usefixtures("invariants")

NUMBER, OTHER = "1Z999AA10123456784", "1Z999AA10123456793"
SHARED = True
MAIL = """
    SELECT status, last_error, payload ->> 'tracking_number' FROM email_queue
    WHERE email_type = 'order_shipped'
"""


def claimed(store):
    """Take what the mailer would send now."""
    return [mail["type"] for mail in store.sql("SELECT api.claim_mails(10)", login="max")]


@pytest.fixture
def shipped(orders, goods):
    """Ship two mugs; return the order."""

    def shipped(number=NUMBER, by="ada"):
        order = orders.paid((goods(f"MUG-{unique().upper()}"), 2))
        orders.step("ship_order", order, number, by=by)
        return order

    return shipped


def test_a_number_that_another_parcel_has_is_refused_until_both_are_meant(orders, goods, shipped):
    first = shipped()
    second = orders.paid((goods("CUP"), 1))

    for typed in (NUMBER, NUMBER.lower(), "1Z 999-AA1.0123_456784"):
        with pytest.raises(psycopg.Error, match="tracking_used") as refused:
            orders.step("ship_order", second, typed, by="ada")
        told = json.loads(refused.value.diag.message_detail)
        assert told["number"] == orders.column(first, "order_number")
    assert orders.column(second, "status") == "confirmed"

    orders.step("ship_order", second, NUMBER, SHARED, by="ada")
    assert orders.column(second, "tracking_number") == NUMBER


def test_a_correction_to_a_number_of_another_parcel_is_refused_as_well(orders, shipped):
    shipped()
    order = shipped(OTHER)
    with pytest.raises(psycopg.Error, match="tracking_used"):
        orders.step("correct_tracking", order, NUMBER, by="ada")
    orders.step("correct_tracking", order, NUMBER, SHARED, by="ada")
    assert orders.column(order, "tracking_number") == NUMBER


def test_a_waiting_mail_has_the_corrected_number(store, orders, shipped):
    order = shipped()
    orders.step("correct_tracking", order, OTHER, by="ada")
    assert store.rows(MAIL) == [("pending", None, OTHER)]


def test_a_parcel_that_did_not_leave_waits_to_be_shipped_again(store, orders, shipped):
    order = shipped()
    orders.step("recall_shipment", order, " left in the corner ", by="ada")

    assert orders.column(order, "status") == "shipped"
    assert store.rows(MAIL) == [("pending", "held", NUMBER)]
    assert claimed(store) == ["order_confirmation"]
    kept = "SELECT reason, actor_id, ended_as FROM storedesk.shipment_recalls"
    assert store.rows(kept) == [("left in the corner", store.staff_id("ada"), None)]
    with pytest.raises(psycopg.Error, match="shipment_recalled"):
        orders.step("deliver_order", order, by="ada")
    with pytest.raises(psycopg.Error, match="recall_twice"):
        orders.step("recall_shipment", order, "once more", by="ada")

    orders.step("correct_tracking", order, OTHER, by="ada")
    assert store.rows(MAIL) == [("pending", None, OTHER)]
    assert claimed(store) == ["order_shipped"]
    orders.step("deliver_order", order, by="ada")
    changes = store.rows("SELECT what FROM storedesk.order_changes ORDER BY order_version")
    assert changes == [("recall",), ("tracking",)]


@pytest.mark.parametrize("reason", [" ", None])
def test_nobody_calls_a_parcel_back_without_saying_why(store, orders, shipped, reason):
    order = shipped()
    with pytest.raises(psycopg.Error, match="reason_missing"):
        orders.step("recall_shipment", order, reason, by="ada")
    assert store.rows(MAIL) == [("pending", None, NUMBER)]


def test_the_same_label_may_send_it_again(store, orders, shipped):
    order = shipped()
    orders.step("recall_shipment", order, "left in the corner", by="ada")
    orders.step("correct_tracking", order, NUMBER, by="ada")
    assert store.rows(MAIL) == [("pending", None, NUMBER)]


def test_a_customer_who_gives_a_recalled_parcel_up_gets_all_of_it_to_the_shelf(
    store, orders, shipped
):
    order = shipped()
    orders.step("recall_shipment", order, "left in the corner", by="ada")
    line = orders.lines(order)[0]
    with pytest.raises(psycopg.Error, match="recalled_to_shelf"):
        orders.take_back(order, (line, 2, False))

    orders.take_back(order, (line, 1))
    assert store.rows(MAIL) == [("pending", "held", NUMBER)], "one piece is still to be shipped"
    orders.take_back(order, (line, 1))
    assert store.rows(MAIL) == [("failed", "recalled", NUMBER)]

    mail = store.sql("SELECT id FROM email_queue WHERE email_type = 'order_shipped'")
    with pytest.raises(psycopg.Error, match="mail_not_failed"):
        store.sql("SELECT api.retry_mails(%s, %s)", uuid4(), [mail], login="cyd")
    assert "order_shipped" not in claimed(store)


@pytest.mark.parametrize("status", ["processing", "sent"])
def test_a_parcel_whose_customer_was_told_is_not_called_back(store, orders, shipped, status):
    order = shipped()
    words = (
        "UPDATE email_queue SET status = %s, sent_at = CASE %s WHEN 'sent' THEN now() END"
        " WHERE email_type = 'order_shipped'"
    )
    store.sql(words, status, status)
    with pytest.raises(psycopg.Error, match="recall_late"):
        orders.step("recall_shipment", order, "left in the corner", by="ada")


def test_a_parcel_of_yesterday_is_a_return(store, orders, shipped):
    order = shipped()
    store.sql("ALTER TABLE storedesk.order_status_history DISABLE TRIGGER ALL")
    words = "UPDATE storedesk.order_status_history SET created_at = created_at - interval '1 day'"
    store.sql(words)
    store.sql("ALTER TABLE storedesk.order_status_history ENABLE TRIGGER ALL")
    with pytest.raises(psycopg.Error, match="recall_late"):
        orders.step("recall_shipment", order, "left in the corner", by="ada")


def test_of_two_benches_with_one_number_one_is_asked(store, orders, goods):
    ids = [orders.paid((goods(code), 1)) for code in ("CUP", "MUG")]
    seen = [orders.column(order, "version") for order in ids]
    ready = Barrier(2)

    def ship(order, version):
        with store.connect("ada") as line:
            ready.wait()
            try:
                words = "SELECT api.ship_order(%s, %s, %s, %s)"
                line.execute(words, [uuid4(), order, version, NUMBER])
            except psycopg.Error as refused:
                return refused.diag.message_primary
            return "shipped"

    with ThreadPoolExecutor(2) as benches:
        outcomes = list(benches.map(ship, ids, seen))

    assert sorted(outcomes) == ["shipped", "tracking_used"]


def test_a_cashier_calls_nothing_back(orders, shipped):
    order = shipped()
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        orders.step("recall_shipment", order, "left in the corner", by="bob")


def test_who_called_it_back_and_why_stands_in_the_log(store, orders, shipped):
    order = shipped()
    orders.step("recall_shipment", order, "left in the corner", by="ada")
    newest = "SELECT login, action, entity_id, new FROM storedesk.audit_event ORDER BY id DESC"
    assert store.rows(f"{newest} LIMIT 1") == [
        (store.login("ada"), "recall_shipment", order, "left in the corner")
    ]
