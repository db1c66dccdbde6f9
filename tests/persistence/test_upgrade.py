"""A store that an earlier version of the program has filled, brought up to this one."""

import json
from uuid import uuid4

import pytest

from storedesk.persistence.schema import migrations
from tests.persistence.mapped import differences
from tests.persistence.old_stores import old_store

FIRST = "0002"
"""The first version of the schema that was in use."""
FILL = """
    INSERT INTO categories (id, name) VALUES (%(category)s, 'Things');
    INSERT INTO products (id, name, price_amount, category_id, status)
    VALUES (%(mug)s, 'Émail mug', 10.00, %(category)s, 'active');
    INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES ('4006381333931', %(mug)s);
    INSERT INTO storedesk.product_search (product_id, words, on_sale)
    VALUES (%(mug)s, ' émail mug things 4006381333931', true);
    INSERT INTO inventory (id, product_id, stock_level, reserved_quantity)
    VALUES (%(stock)s, %(mug)s, 4, 1);
    INSERT INTO customers (id, email, password_hash, first_name, last_name)
    VALUES (%(ann)s, 'ann@example.com', '!', 'Ann', 'Müller'),
           (%(anna)s, 'anna@example.com', '!', 'Anna', 'Muller');
    INSERT INTO customer_shipping_addresses (
        customer_id, street, city, state, postal_code, country, recipient_name, is_default
    ) VALUES (%(ann)s, '1 Old Road', 'Århus', '', '8000', 'DK', 'Ann', true);
    INSERT INTO storedesk.customer_details (customer_id, phone) VALUES (%(ann)s, '+45 20 30 40');
    INSERT INTO storedesk.customer_details (customer_id, merged_into) VALUES (%(anna)s, %(ann)s);
    INSERT INTO order_number_sequence (year, last_sequence) VALUES (2026, 2);
    INSERT INTO orders (
        id, order_number, customer_id, status, subtotal_amount, shipping_cost_amount, tax_amount,
        total_amount, shipping_street, shipping_city, shipping_state, shipping_postal_code,
        shipping_country, shipping_recipient_name, payment_type, tracking_number, version,
        created_at, updated_at
    )
    SELECT o.id, number, %(ann)s, status, 10.00 * quantity, 0, quantity, 11.00 * quantity,
           '1 Old Road', 'Århus', '', '8000', 'DK', 'Ann', 'credit_card', tracking, version,
           '2026-03-01 10:00', '2026-03-02 10:00'
    FROM (VALUES (%(sent)s::uuid, 'ORD-2026-000001', 'shipped', 3, '1Z999AA10123456784', 4),
                 (%(open)s::uuid, 'ORD-2026-000002', 'pending', 1, NULL, 2))
        AS o (id, number, status, quantity, tracking, version);
    INSERT INTO order_line_items (
        id, order_id, product_id, product_name, unit_price_amount, quantity, subtotal_amount
    ) VALUES (%(line)s, %(sent)s, %(mug)s, 'Émail mug', 10.00, 3, 30.00),
             (%(other_line)s, %(open)s, %(mug)s, 'Émail mug', 10.00, 1, 10.00);
    INSERT INTO storedesk.order_tax_lines (order_id, name, rate, base_amount, tax_amount)
    VALUES (%(sent)s, 'VAT', 0.1, 30.00, 3.00), (%(open)s, 'VAT', 0.1, 10.00, 1.00);
    INSERT INTO storedesk.order_status_history (
        order_id, order_version, from_status, to_status, created_at
    )
    VALUES (%(sent)s, 1, NULL, 'pending', '2026-03-01 10:00'),
           (%(sent)s, 3, 'pending', 'confirmed', '2026-03-01 11:00'),
           (%(sent)s, 4, 'confirmed', 'shipped', '2026-03-02 10:00'),
           (%(open)s, 1, NULL, 'pending', '2026-03-01 10:00');
    INSERT INTO storedesk.order_payments (id, order_id, kind, method, amount, card_last_four)
    VALUES (%(payment)s, %(sent)s, 'payment', 'credit_card', 33.00, '4242');
    INSERT INTO storedesk.till_sessions (id, register_id, opened_by, opening_float_amount)
    SELECT %(shift)s, r.id, s.id, 0 FROM storedesk.registers AS r, storedesk.staff AS s;
    INSERT INTO orders (
        id, order_number, customer_id, status, subtotal_amount, shipping_cost_amount, tax_amount,
        total_amount, shipping_street, shipping_city, shipping_state, shipping_postal_code,
        shipping_country, shipping_recipient_name, payment_type, tracking_number, version,
        created_at, updated_at
    )
    SELECT %(coins)s, 'ORD-2026-000003', walk_in_customer_id, 'shipped', 1.50, 0, 0, 1.50,
           '1 Old Road', 'Town', '', '8000', 'DK', 'Walk-in', 'cash', 'LOCAL-0001', 3,
           '2026-03-01 10:00', '2026-03-02 10:00'
    FROM storedesk.store_settings;
    UPDATE order_number_sequence SET last_sequence = 3;
    INSERT INTO order_line_items (
        id, order_id, product_id, product_name, unit_price_amount, quantity, subtotal_amount
    ) VALUES (%(coins_line)s, %(coins)s, %(mug)s, 'Émail mug', 0.50, 3, 1.50);
    INSERT INTO storedesk.order_status_history (
        order_id, order_version, from_status, to_status, created_at
    )
    VALUES (%(coins)s, 1, NULL, 'pending', '2026-03-01 10:00'),
           (%(coins)s, 2, 'pending', 'confirmed', '2026-03-01 11:00'),
           (%(coins)s, 3, 'confirmed', 'shipped', '2026-03-02 10:00');
    INSERT INTO storedesk.order_returns (id, order_id, reason, refund_amount)
    VALUES (%(first)s, %(coins)s, 'did not fit', 0.50),
           (%(second)s, %(coins)s, 'did not fit', 0.50);
    INSERT INTO storedesk.order_return_lines (
        return_id, order_line_item_id, quantity, restocked, refund_amount
    )
    VALUES (%(first)s, %(coins_line)s, 1, false, 0.50),
           (%(second)s, %(coins_line)s, 1, false, 0.50);
    INSERT INTO storedesk.order_payments (
        id, order_id, kind, method, amount, rounding_amount, tendered_amount, change_amount,
        till_session_id, return_id, created_at
    )
    SELECT gen_random_uuid(), %(coins)s, p.kind, 'cash', p.amount, p.rounding, p.tendered, p.change,
           %(shift)s, p.back::uuid, now() + p.later * interval '1 minute'
    FROM (VALUES ('payment', 1.50, 0, 1.50, 0, NULL, 0),
                 ('refund', 0.50, 0.50, NULL, NULL, %(first)s, 1),
                 ('refund', 0.50, 0.50, NULL, NULL, %(second)s, 2))
        AS p (kind, amount, rounding, tendered, change, back, later);
    INSERT INTO carts (id, is_guest, guest_session_id, total_price_amount)
    SELECT %(cart)s, true, 'till:' || id, 6.00 FROM storedesk.registers;
    INSERT INTO storedesk.till_carts (cart_id, order_id, register_id, staff_id)
    SELECT %(cart)s, gen_random_uuid(), r.id, s.id
    FROM storedesk.registers AS r, storedesk.staff AS s;
    INSERT INTO cart_items (
        id, cart_id, product_id, product_name, unit_price_amount, quantity, subtotal_amount
    ) VALUES (%(cart_line)s, %(cart)s, %(mug)s, 'Émail mug', 2.00, 3, 6.00);
    INSERT INTO storedesk.till_overrides (cart_item_id, list_price_amount, reason, requested_by)
    SELECT %(cart_line)s, 10.00, 'dented', id FROM storedesk.staff;
    INSERT INTO email_queue (
        email_type, recipient_email, subject, reference_type, reference_id, payload, status, sent_at
    )
    SELECT type, 'ann@example.com', 'Old', 'order', %(sent)s, '{}', 'sent', now()
    FROM unnest(ARRAY['order_confirmation', 'order_shipped']) AS type;
    INSERT INTO inventory_audit_log (
        inventory_id, product_id, previous_value, new_value, adjustment, reason, operation_type,
        order_id
    ) VALUES (%(stock)s, %(mug)s, 0, 10, 10, 'opening', 'set', NULL),
             (%(stock)s, %(mug)s, 0, 3, 3, 'ordered', 'reserve', %(sent)s),
             (%(stock)s, %(mug)s, 10, 7, -3, 'shipped', 'deduct', %(sent)s),
             (%(stock)s, %(mug)s, 0, 3, 3, 'ordered', 'reserve', %(coins)s),
             (%(stock)s, %(mug)s, 7, 4, -3, 'shipped', 'deduct', %(coins)s),
             (%(stock)s, %(mug)s, 0, 1, 1, 'ordered', 'reserve', %(open)s);
    INSERT INTO storedesk.staff (id, login, display_name)
    VALUES (%(amy)s, 'amy', 'Amy'), (%(ben)s, 'ben', 'Ben');
    INSERT INTO storedesk.registers (id, code, name)
    VALUES (%(front)s, 'R1', 'Front'), (%(back)s, 'R2', 'Back');
    INSERT INTO storedesk.till_sessions (
        id, register_id, status, opened_by, opened_at, opening_float_amount, closed_by, closed_at,
        expected_cash_amount, counted_cash_amount, difference_amount, z_number
    ) VALUES
        (%(over)s, %(front)s, 'closed', %(amy)s, '2026-03-01 08:00', 50, %(ben)s,
         '2026-03-01 18:00', 50, 49, -1, 1),
        (%(fronts)s, %(front)s, 'open', %(amy)s, '2026-03-02 08:00', 50, NULL, NULL, NULL, NULL,
         NULL, NULL),
        (%(backs)s, %(back)s, 'open', %(ben)s, '2026-03-02 08:00', 50, NULL, NULL, NULL, NULL,
         NULL, NULL);
    INSERT INTO storedesk.cash_movements (
        till_session_id, kind, amount, reason, created_by, created_at
    ) VALUES (%(fronts)s, 'paid_in', 5, 'change', %(ben)s, '2026-03-02 09:00');
"""
NAMES = (
    "category", "mug", "stock", "ann", "anna", "sent", "open", "line", "other_line", "payment",
    "shift", "coins", "coins_line", "first", "second", "cart", "cart_line",
    "amy", "ben", "front", "back", "over", "fronts", "backs",
)  # fmt: skip


@pytest.fixture(scope="module")
def ids():
    return {name: uuid4() for name in NAMES}


@pytest.fixture(scope="module")
def upgraded(built, ids):
    """A store that was filled before there were commands for most of it."""
    with old_store(built, "old", FIRST, FILL, ids) as store:
        yield store


def test_every_rule_holds_of_what_was_there(upgraded):
    assert upgraded.sql("SELECT version_num FROM storedesk.alembic_version") == (
        f"{migrations.head():04}"
    )
    assert upgraded.broken() == []
    assert differences(upgraded.dsn()) == []


@pytest.mark.parametrize(
    "words",
    [
        ["müller"],
        ["muller", "ann"],
        ["ann@example"],
        ["arhus"],
        ["203040"],
        ["old", "road"],
        ["20", "30", "40"],
    ],
)
def test_customers_of_then_are_found(upgraded, ids, words):
    found = "SELECT array_agg(c) FROM api.find_customers(%s) AS c"
    assert upgraded.sql(found, words) == [ids["ann"]]


@pytest.mark.parametrize(
    "words", [["ord-2026-000001"], ["1z999aa1"], ["müller", "000001"], ["ann@", "1z999"]]
)
def test_orders_of_then_are_found(upgraded, ids, words):
    found = "SELECT array_agg(o) FROM api.find_orders(%s) AS o"
    assert upgraded.sql(found, words) == [ids["sent"]]


def test_products_of_then_are_found(upgraded, ids):
    found = "SELECT array_agg(p) FROM api.find_products(%s) AS p"
    for words in (["email", "mug"], ["ÉMAIL"], ["4006381333931"], ["things"]):
        assert upgraded.sql(found, words) == [ids["mug"]]


@pytest.mark.parametrize(
    ("texts", "anew"),
    [
        ("storedesk.product_search", "core.index_products(ARRAY(SELECT id FROM products))"),
        ("storedesk.customer_search", "core.index_customers(ARRAY(SELECT id FROM customers))"),
        ("storedesk.order_search", "core.index_orders(ARRAY(SELECT id FROM orders))"),
        ("storedesk.low_stock", "core.keep_low_stock(ARRAY(SELECT id FROM products))"),
    ],
)
def test_an_upgrade_fills_the_texts_as_the_triggers_would_have(upgraded, texts, anew):
    kept = upgraded.rows(f"SELECT * FROM {texts} ORDER BY 1")
    assert kept
    upgraded.sql(f"DELETE FROM {texts}")
    upgraded.sql(f"SELECT {anew}")
    assert upgraded.rows(f"SELECT * FROM {texts} ORDER BY 1") == kept


def test_orders_of_then_go_on(upgraded, ids):
    back = "SELECT core.return_order(%s, %s, %s, 'broke', NULL, false, NULL, {}, NULL)"
    version = "SELECT version FROM orders WHERE id = %s"

    refunds = []
    for quantity in (1, 2):
        lines = json.dumps([{"line": str(ids["line"]), "quantity": quantity, "restocked": True}])
        seen = upgraded.sql(version, ids["sent"])
        told = upgraded.sql(back.format(seen), uuid4(), ids["sent"], lines)
        refunds.append(told["refunded"])
    assert refunds == ["11.00", "22.00"]
    upgraded.sql("SELECT core.cancel(%s, 'never paid', NULL, core.now())", ids["open"])

    stock = "SELECT stock_level, reserved_quantity FROM inventory WHERE product_id = %s"
    assert upgraded.rows(stock, ids["mug"]) == [(7, 0)]
    assert upgraded.broken() == []


def test_cash_of_then_that_was_too_much_is_named_and_no_more_of_it_goes_back(upgraded, ids):
    """Each return was rounded for itself: 2.00 of 1.50 is out of the drawer, and 0.50 is left."""
    upgraded.sql("UPDATE storedesk.store_settings SET cash_rounding = 1.00")
    named = "SELECT excess_amount::text FROM storedesk.order_payments WHERE return_id = %s"
    assert [upgraded.sql(named, ids[one]) for one in ("first", "second")] == ["0.00", "0.50"]

    back = "SELECT core.return_order(%s, %s, %s, 'broke', %s, false, NULL, 3, NULL)"
    lines = [{"line": str(ids["coins_line"]), "quantity": 1, "restocked": False}]
    told = upgraded.sql(back, uuid4(), ids["coins"], json.dumps(lines), ids["shift"])

    assert [(one["amount"], one["rounding"]) for one in told["refunds"]] == [("0.50", "-0.50")]
    assert upgraded.broken() == []


def test_prices_that_were_set_by_hand_are_kept_for_the_pieces_that_had_them(upgraded, ids):
    allowed = "SELECT quantity FROM storedesk.till_overrides WHERE cart_item_id = %s"
    assert upgraded.sql(allowed, ids["cart_line"]) == 3


def test_a_store_of_then_has_the_limits_of_its_currency(upgraded):
    held = "SELECT value::text FROM storedesk.limits WHERE kind = 'refund_amount'"
    assert upgraded.sql(held) == "50.00"


def test_whoever_worked_in_a_shift_is_of_its_people(upgraded, ids):
    people = """
        SELECT till_session_id, staff_id, left_at IS NULL FROM storedesk.till_session_people
        WHERE taken_in_by IS NULL AND till_session_id = ANY (%s)
    """
    shifts = [ids[name] for name in ("over", "fronts", "backs")]
    assert set(upgraded.rows(people, shifts)) == {
        (ids["over"], ids["amy"], False),
        (ids["over"], ids["ben"], False),
        (ids["fronts"], ids["amy"], True),
        (ids["fronts"], ids["ben"], True),  # where Ben worked last
        (ids["backs"], ids["ben"], False),  # and who opened it comes back alone
    }
    back = "SELECT core.join_shift(%s, NULL, %s, core.now())"
    upgraded.sql(back, ids["backs"], ids["ben"])
    assert upgraded.broken() == []


def test_what_a_shift_was_closed_with_is_its_count(upgraded, ids):
    report = upgraded.sql("SELECT core.shift_report(%s)", ids["over"])
    assert (report["expected"], report["counted"], report["difference"]) == (
        "50.00",
        "49.00",
        "-1.00",
    )
    assert [(one["counted"], one["by"]) for one in report["counts"]] == [("49.00", "Ben")]
