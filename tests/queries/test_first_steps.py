"""How far a new store has come is read from what it holds."""

from storedesk import queries

ORDER = """
    WITH c AS (INSERT INTO customers (first_name, last_name) VALUES ('Ada', 'Hart') RETURNING id)
    INSERT INTO orders (order_number, customer_id, subtotal_amount, shipping_cost_amount,
                        total_amount, shipping_street, shipping_city, shipping_state,
                        shipping_postal_code, shipping_country, shipping_recipient_name,
                        payment_type)
    SELECT 'ORD-2026-000001', id, 0, 0, 0, 'S', 'C', '', '1', 'US', 'R', 'cash' FROM c
"""


def test_each_step_is_taken_once_the_store_has_it(store, ask, add_product):
    def reached():
        found = ask(queries.first_steps.first_steps)
        return found.has_product, found.has_stock, found.has_sale, found.are_done

    assert reached() == (False, False, False, False)
    product = add_product("Mug", on_hand=0)
    assert reached() == (True, False, False, False)
    store.sql("UPDATE inventory SET stock_level = 3 WHERE product_id = %s", product)
    assert reached() == (True, True, False, False)
    store.sql(ORDER)
    assert reached() == (True, True, True, True)
