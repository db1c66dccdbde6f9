"""What would be wrong with a return without a receipt is found by the rules of the store."""

import pytest

from tests.commands.test_open_returns import line, take

BREAKS = [
    ("S98", "UPDATE storedesk.open_returns SET value_amount = 5.01"),
    ("S98", "UPDATE storedesk.open_return_lines SET unit_value_amount = 2.51, value_amount = 5.02"),
    ("S98", "UPDATE storedesk.open_return_lines SET product_id = gen_random_uuid()"),
    ("S98", "UPDATE storedesk.open_returns SET created_at = created_at + interval '91 days'"),
    ("S99", "UPDATE storedesk.credit_entries SET amount = 4.99 WHERE kind = 'return'"),
    ("S99", "DELETE FROM storedesk.credit_entries WHERE kind = 'return'"),
    ("S99", "DELETE FROM storedesk.fiscal_records WHERE kind = 'open_return'"),
    ("S99", "UPDATE storedesk.fiscal_records SET total_amount = -4 WHERE kind = 'open_return'"),
    ("S99", "DELETE FROM inventory_audit_log WHERE reason LIKE 'RET-%'"),
    ("S99", "UPDATE storedesk.open_returns SET in_cash = true"),
]


@pytest.mark.parametrize(("name", "change"), BREAKS)
def test_a_broken_rule_is_named(till, goods, store, allow, name, change):
    mug = goods("MUG", price="2.50")
    till.sell("MUG")
    shift = store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")
    returned = take(till, shift, line(mug, 2))
    returned(allow(returned))
    assert store.broken() == []
    with store.connect() as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(change)
    assert name in {one.name for one in store.broken()}
