import pytest

from storedesk.persistence.schema.invariants import invariants

CHARGED = """
    INSERT INTO storedesk.terminal_payments (
        id, order_id, register_id, terminal, amount, currency, created_by, state, is_attached
    )
    SELECT gen_random_uuid(), gen_random_uuid(), r.id, 'simulator', 1, 'USD', s.id, {}
    FROM storedesk.registers AS r, storedesk.staff AS s LIMIT 1
"""
PART_PAID = """
    WITH o AS (
        INSERT INTO orders (order_number, customer_id, subtotal_amount, shipping_cost_amount,
                            total_amount, shipping_street, shipping_city, shipping_state,
                            shipping_postal_code, shipping_country, shipping_recipient_name,
                            payment_type)
        SELECT 'ORD-2026-000001', id, 5, 0, 5, 'S', 'C', '', '1', 'US', 'R', 'cash'
        FROM customers LIMIT 1 RETURNING id
    )
    INSERT INTO storedesk.order_payments (id, order_id, kind, method, amount, currency)
    SELECT gen_random_uuid(), o.id, 'payment', 'credit_card', 1, 'USD' FROM o
"""
OPEN_RETURN = """
    INSERT INTO storedesk.open_returns (id, reason, value_amount, currency, in_cash,
                                        till_session_id, created_by)
    SELECT gen_random_uuid(), 'x', 1, 'USD', false, gen_random_uuid(), id FROM storedesk.staff
    LIMIT 1
"""
BREAKAGES = {
    "I01": "UPDATE inventory SET reserved_quantity = -1",
    "I02": "UPDATE inventory SET stock_level = stock_level + 1",
    "I07": "UPDATE inventory_audit_log SET adjustment = 3, new_value = 9",
    "I10": "UPDATE inventory_audit_log SET order_id = gen_random_uuid()",
    "I34": "UPDATE products SET is_active = false",
    "I38": """
        INSERT INTO product_images (product_id, url) SELECT id, 'https://x.com/a' FROM products
    """,
    "I41": "UPDATE customers SET email = upper(email)",
    "I57": "UPDATE products SET created_by = gen_random_uuid()",
    "S02": """
        WITH c AS (
            INSERT INTO carts (is_guest, guest_session_id) VALUES (true, 'till:1'), (true, 'till:2')
            RETURNING id
        )
        INSERT INTO storedesk.till_carts (cart_id, order_id, register_id, staff_id)
        SELECT c.id, gen_random_uuid(), r.id, s.id
        FROM c, storedesk.registers AS r, storedesk.staff AS s
        WHERE s.kind = 'person' AND s.login LIKE '%_bob'
    """,
    "S04": "DELETE FROM storedesk.product_search",
    "S11": """
        INSERT INTO orders (order_number, customer_id, subtotal_amount, shipping_cost_amount,
                            total_amount, shipping_street, shipping_city, shipping_state,
                            shipping_postal_code, shipping_country, shipping_recipient_name,
                            payment_type)
        SELECT 'ORD-2026-000001', id, 0, 0, 0, 'S', 'C', '', '1', 'US', 'R', 'cash' FROM customers
    """,
    "S12": "DELETE FROM storedesk.customer_search",
    "S09": "UPDATE storedesk.tax_classes SET is_default = false",
    "S31": """
        SELECT core.move_stock(id, NULL, 'adjust', -1, 'x', NULL, core.now()) FROM products;
        INSERT INTO storedesk.stock_undos (movement_id, undone_by)
        SELECT (array_agg(id ORDER BY seq))[1], (array_agg(id ORDER BY seq))[2]
        FROM inventory_audit_log
    """,
    "S44": """
        INSERT INTO storedesk.order_payments (
            id, order_id, kind, method, amount, rounding_amount, till_session_id
        ) VALUES (gen_random_uuid(), gen_random_uuid(), 'refund', 'cash', 0.50, 0.01,
                  gen_random_uuid())
    """,
    "S45": """
        WITH l AS (
            INSERT INTO cart_items (cart_id, product_id, product_name, unit_price_amount, quantity,
                                    subtotal_amount)
            SELECT gen_random_uuid(), id, name, 1, 3, 3 FROM products RETURNING id
        )
        INSERT INTO storedesk.till_overrides (
            cart_item_id, list_price_amount, reason, requested_by, quantity
        ) SELECT l.id, 2, 'dented', gen_random_uuid(), 2 FROM l
    """,
    "S46": "DELETE FROM storedesk.limits WHERE kind = 'found_day_pieces'",
    "S62": """
        INSERT INTO storedesk.search_ranges
        SELECT 0, name_key, name, product_id, name_key, name, product_id, ARRAY['x']
        FROM storedesk.product_search LIMIT 1;
        DELETE FROM storedesk.unranged_products
    """,
    "S63": """
        SELECT setval('storedesk.days_until', 0);
        INSERT INTO storedesk.day_totals
        SELECT '1969-12-31', '1970-01-01', now(), 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    """,
    "S61": "UPDATE storedesk.low_stock SET available = available - 1",
    "S50": """
        INSERT INTO storedesk.till_sessions (register_id, opened_by, opening_float_amount)
        SELECT r.id, s.id, 0 FROM storedesk.registers AS r, storedesk.staff AS s LIMIT 1
    """,
    "S51": """
        INSERT INTO storedesk.till_session_counts (
            till_session_id, counted_amount, expected_amount, is_correction, counted_by
        )
        SELECT gen_random_uuid(), 1, 1, false, s.id FROM storedesk.staff AS s LIMIT 1
    """,
    "S52": """
        INSERT INTO storedesk.till_session_counts (
            till_session_id, counted_amount, expected_amount, is_correction, counted_by
        )
        SELECT gen_random_uuid(), 1, 1, true, s.id FROM storedesk.staff AS s LIMIT 1
    """,
    "S53": """
        INSERT INTO storedesk.registers (code, name) VALUES ('A', 'A'), ('B', 'B'), ('C', 'C');
        UPDATE storedesk.registers AS r SET drawer_of = d.id FROM storedesk.registers AS d
        WHERE (r.code, d.code) IN (('B', 'A'), ('C', 'B'))
    """,
    "S32": """
        WITH c AS (INSERT INTO storedesk.stock_counts (name) VALUES ('Shelf') RETURNING id), e AS (
            INSERT INTO storedesk.stock_count_entries (
                id, stock_count_id, product_id, quantity, is_set, stock_then, seq_then, counted_by,
                created_at)
            SELECT gen_random_uuid(), c.id, p.id, 2, false, 10, 1, s.id, now()
            FROM c, products AS p, storedesk.staff AS s LIMIT 1
        )
        INSERT INTO storedesk.stock_count_lines
            (stock_count_id, product_id, stock_at_count, counted_quantity)
        SELECT c.id, p.id, 10, 3 FROM c, products AS p
    """,
    "S54": """
        INSERT INTO storedesk.login_pauses (login, paused_at, paused_until, connection_limit)
        SELECT login, core.now(), core.now() + interval '10 minutes', 12 FROM storedesk.staff
        WHERE login LIKE '%_bob'
    """,
    "S55": """
        INSERT INTO storedesk.blockers
            (login, pid, session_started, transaction_started, reason, is_ended)
        SELECT login, 0, now(), now(), 'locks', true FROM storedesk.staff WHERE login LIKE '%_bob'
    """,
    "S88": """
        WITH l AS (
            INSERT INTO order_line_items (order_id, product_id, product_name, unit_price_amount,
                                          quantity, subtotal_amount)
            SELECT gen_random_uuid(), id, name, 4.55, 1, 4.55 FROM products RETURNING id
        )
        INSERT INTO storedesk.line_measures (order_line_item_id, source, weight, kilo_price_amount)
        SELECT l.id, 'label_weight', 0.350, 12.98 FROM l
    """,
    "S89": """
        WITH l AS (
            INSERT INTO cart_items (cart_id, product_id, product_name, unit_price_amount, quantity,
                                    subtotal_amount)
            SELECT gen_random_uuid(), id, name, 3, 2, 6 FROM products RETURNING id
        )
        INSERT INTO storedesk.till_measures (cart_item_id, source, weight)
        SELECT l.id, 'typed', 1 FROM l
    """,
    "S94": CHARGED.format("'approved', true"),
    "S95": CHARGED.format("'declined', false"),
    "S98": OPEN_RETURN,
    "S99": OPEN_RETURN,
    "S93": """
        WITH r AS (
            INSERT INTO storedesk.registers (code, name) VALUES ('A', 'A') RETURNING id
        ), c AS (
            INSERT INTO carts (is_guest, guest_session_id, total_price_currency)
            SELECT true, 'till:' || r.id, 'USD' FROM r RETURNING id
        )
        INSERT INTO storedesk.till_carts (cart_id, order_id, register_id, staff_id, taken_amount)
        SELECT c.id, gen_random_uuid(), r.id, s.id, 1 FROM c, r, storedesk.staff AS s LIMIT 1
    """,
    "S100": PART_PAID,
    "S101": PART_PAID
    + """;
        INSERT INTO storedesk.order_status_history
            (order_id, order_version, from_status, to_status, mailable, note)
        SELECT id, 2, 'pending', 'cancelled', false, 'expired: not paid' FROM orders
    """,
}


def test_all_of_them_are_read():
    names = [rule.name for rule in invariants()]

    assert [name for name in names if name.startswith("I")] == [f"I{n:02}" for n in range(1, 72)]
    ours = [name for name in names if name.startswith("S")]
    assert ours == sorted(set(ours), key=lambda name: int(name[1:]))
    assert len(ours) > 12
    assert all(rule.query.upper().startswith(("SELECT", "WITH")) for rule in invariants())


@pytest.mark.usefixtures("invariants")
def test_a_store_with_goods_breaks_none(add_product):
    add_product("Mug")


@pytest.mark.parametrize("name", BREAKAGES)
def test_a_broken_rule_is_named_with_its_rows(name, store, add_product):
    add_product("Mug")
    with store.connect() as connection:
        connection.execute("ALTER TABLE inventory DROP CONSTRAINT chk_inventory_reserved")
        connection.execute("SET session_replication_role = replica")
        try:
            connection.execute(BREAKAGES[name])
            found = {rule.name: rule for rule in store.broken()}
        finally:
            connection.execute("SELECT test_base.clean()")
            connection.execute(
                "ALTER TABLE inventory ADD CONSTRAINT chk_inventory_reserved "
                "CHECK (reserved_quantity >= 0 AND reserved_quantity <= stock_level)"
            )

    assert name in found
    assert found[name].rows


def test_a_manager_is_told_names_and_ids(store, add_product):
    mug = add_product("Mug")
    assert store.rows("SELECT * FROM api.check()", login="cyd") == []
    with store.connect() as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("DELETE FROM storedesk.product_search")

    assert store.rows("SELECT name, ids FROM api.check()", login="cyd") == [("S04", [str(mug)])]
