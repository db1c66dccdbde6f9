from dataclasses import fields
from types import SimpleNamespace

import pytest

from storedesk.domain.order_details import Order, lawful
from storedesk.domain.orders import COMMANDS, OrderCommand, OrderStatus

STEPS = {
    COMMANDS[OrderCommand.SHIP]: {OrderStatus.CONFIRMED},
    COMMANDS[OrderCommand.RECALL]: {OrderStatus.SHIPPED},
    COMMANDS[OrderCommand.DELIVER]: {OrderStatus.SHIPPED},
    COMMANDS[OrderCommand.TAKE_BACK]: {OrderStatus.SHIPPED, OrderStatus.DELIVERED},
} | {
    COMMANDS[one]: set()
    for one in OrderCommand
    if one.name not in {"SHIP", "RECALL", "DELIVER", "TAKE_BACK"}
}


def order(status, *, is_recalled=False, returnable=1):
    known = dict.fromkeys((field.name for field in fields(Order)), None)
    line = SimpleNamespace(returnable=returnable)
    return Order(**known | {"status": status, "is_recalled": is_recalled, "lines": (line,)})


@pytest.mark.parametrize("status", OrderStatus)
def test_what_is_confirmed_or_recalled_waits_to_be_shipped(status):
    assert order(status).is_to_ship is (status is OrderStatus.CONFIRMED)
    assert order(status, is_recalled=True).is_to_ship


def test_a_recalled_shipment_is_shipped_again_and_neither_delivered_nor_recalled():
    shipped = order(OrderStatus.SHIPPED)
    recalled = order(OrderStatus.SHIPPED, is_recalled=True)

    both = {OrderCommand.RECALL, OrderCommand.DELIVER, OrderCommand.TAKE_BACK}
    assert lawful(shipped, STEPS) == both
    assert lawful(recalled, STEPS) == {OrderCommand.SHIP, OrderCommand.TAKE_BACK}


def test_an_order_of_which_nothing_can_come_back_takes_no_return():
    delivered = order(OrderStatus.DELIVERED, returnable=0)
    assert lawful(delivered, STEPS) == frozenset()
