"""Which lines of an order an article's code means while goods come back."""

import pytest

from storedesk.queries.returning import lines_with_code


@pytest.mark.parametrize(
    ("kept", "scanned"),
    [("MUG", "mug"), ("036000291452", "0036000291452"), ("0036000291452", "036000291452")],
)
def test_a_code_means_its_line_in_each_form_on_sale_or_not(ask, till, goods, store, kept, scanned):
    mug = goods(kept, price="5.00")
    goods("CUP", price="2.00")
    till.sell(kept, "CUP")
    store.sql("UPDATE products SET status = 'inactive', is_active = false WHERE id = %s", mug)
    order = store.sql("SELECT id FROM orders")
    [line] = ask(lines_with_code, order, scanned, login="bob")
    assert store.sql("SELECT product_id FROM order_line_items WHERE id = %s", line) == mug
    assert ask(lines_with_code, order, "NOPE", login="bob") == []
