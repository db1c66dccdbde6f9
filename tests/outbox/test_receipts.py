"""A receipt that somebody had sent by e-mail arrives where it should, with what was sold."""

from uuid import uuid4

import pytest

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def receipt(till, goods, store):
    """Sell a mug at the till, and have the receipt sent; answer with what that answers."""
    goods("MUG")
    till.sell("MUG")
    sale = store.sql("SELECT order_id FROM storedesk.pos_sales")

    def receipt(address="eve@example.com"):
        return till.call("mail_receipt", sale, address)

    return receipt


def past(store):
    store.sql("ALTER TABLE storedesk.receipt_mails DISABLE TRIGGER append_only")
    store.sql("UPDATE storedesk.receipt_mails SET created_at = created_at - interval '1 minute'")
    store.sql("ALTER TABLE storedesk.receipt_mails ENABLE TRIGGER append_only")


def test_it_waits_a_moment_and_then_goes_to_the_address_that_was_typed(
    server, receipt, send, store
):
    receipt()
    assert send().sent == 0
    past(store)
    assert send().sent == 1
    (message,) = server.messages
    assert message["To"] == "eve@example.com"
    text = message.get_body(("plain",)).get_content()
    assert "ORD-" in text
    assert "$2.50" in text
    assert "receipt" in text


def test_what_is_called_off_is_never_sent(server, receipt, send, store, till):
    till.call("call_off_receipt", receipt()["mail"], request=uuid4())
    past(store)
    assert send().sent == 0
    assert server.messages == []


def test_a_demo_store_opens_no_connection(server, receipt, send, store):
    store.sql("UPDATE storedesk.store_settings SET is_demo = true")
    assert receipt()["kept"] == "demo"
    past(store)
    assert send().sent == 0
    assert server.connections == 0
