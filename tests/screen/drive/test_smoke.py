"""One sale through the real window by a scanner, as `make drive` makes fifteen of them."""

from collections import Counter

from tests.screen.sales import expect_sold


def test_a_product_is_sold_by_scanner_and_enter(at_till, store, products):
    till = at_till()
    till.open_shift()
    till.scan(products[0].code)
    till.scan(products[3].code)
    till.until(lambda: till.pieces(products[3].name), "the second product in the sale")

    number = till.pay()

    expect_sold(store, products, {number: Counter({products[0]: 1, products[3]: 1})})
