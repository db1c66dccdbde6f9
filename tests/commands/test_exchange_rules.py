"""The rules of exchanges notice what commands would never write."""

import pytest

from tests.commands.test_exchanges import Counter, shelf  # noqa: F401 - a fixture


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE storedesk.exchanges SET credited_amount = credited_amount - 1", "S86"),
        ("UPDATE storedesk.order_returns SET created_at = created_at + interval '1 s'", "S86"),
        ("UPDATE storedesk.order_returns SET till_session_id = NULL", "S86"),
        ("UPDATE storedesk.credit_entries SET amount = amount + sign(amount)", "S87"),
        ("UPDATE storedesk.exchanges SET credited_amount = credited_amount + 1", "S87"),
        ("DELETE FROM storedesk.credit_entries WHERE kind = 'redeem'", "S87"),
    ],
)
def test_what_was_changed_breaks_a_rule(till, store, statement, rule):
    counter = Counter(till)
    counter.begin(counter.sell("MUG"))
    counter.take("PEN")
    counter.pay()
    assert store.broken() == []
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute(statement)
    assert rule in [one.name for one in store.broken()]
