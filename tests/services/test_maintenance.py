"""The daily maintenance, as the system login does it."""

import pytest

from storedesk.cli import database as cli
from storedesk.services import maintenance

pytestmark = pytest.mark.usefixtures("invariants")


def test_what_nobody_has_paid_in_time_is_cancelled_batch_after_batch(
    system, store, orders, goods, monkeypatch
):
    monkeypatch.setattr(maintenance, "BATCH", 2)
    mug = goods("MUG")
    old = [orders.placed_ago(8, (mug, 1)) for _ in range(3)]
    young = orders.placed((mug, 1))

    assert maintenance.maintain(store.dsn(system))["expired"] == 3
    assert maintenance.maintain(store.dsn(system))["expired"] == 0

    assert {orders.column(order, "status") for order in old} == {"cancelled"}
    assert orders.column(young, "status") == "pending"
    who = (
        "SELECT DISTINCT actor_id FROM storedesk.order_status_history WHERE to_status = 'cancelled'"
    )
    assert store.rows(who) == [(store.staff_id(system),)]


def test_a_timer_of_a_shared_server_may_do_it(system, store, orders, goods, capsys):
    orders.placed_ago(8, (goods("MUG"), 1))

    cli.maintain(type("Arguments", (), {"dsn": store.dsn(system)}))

    assert capsys.readouterr().out == "1 order was canceled: not paid in time.\n"
