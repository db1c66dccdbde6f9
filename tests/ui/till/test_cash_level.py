"""The till asks to bring cash to the safe, once a sale has filled the drawer, and asks nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from storedesk.domain.shifts import CashLevel

KEY = Qt.Key
MUCH = "There is much cash in the drawer: bring some to the safe."
LITTLE = "There is little cash in the drawer: have change brought."


async def sell(counter):
    await counter.scan("PEGS")
    await counter.pay()
    await counter.press(KEY.Key_Return)


async def test_the_sale_that_fills_the_drawer_says_so_once(counter):
    await counter.come()
    await sell(counter)
    assert counter.view.warning.isHidden()
    counter.shop.cash_level = "high"
    asked = len(counter.shop.asked)
    await sell(counter)
    assert counter.view.warning.text() == MUCH
    assert "at_till" not in counter.shop.asked[asked:], "the sale itself has said it"
    await sell(counter)
    assert counter.view.warning.isHidden(), "it is known"
    assert counter.view.empty.hint.text() == MUCH
    counter.shop.cash_level = None
    await sell(counter)
    assert counter.view.empty.hint.text() != MUCH


@pytest.mark.parametrize(("level", "words"), [(CashLevel.HIGH, MUCH), (CashLevel.LOW, LITTLE)])
async def test_it_stands_where_nothing_is_sold(counter, level, words):
    counter.shop.shift = replace(counter.shop.shift, cash_level=level)
    await counter.come()
    assert counter.view.empty.hint.text() == words
