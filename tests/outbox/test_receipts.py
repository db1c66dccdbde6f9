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


LATE = "Not signed yet."
SIGN = """
    SELECT api.sign_fiscal_record(gen_random_uuid(), chain_id, number, encode(hash, 'hex'),
                                  'simulator', 'SIM-1', 'aGVsbG8', '2026-12-03 05:00:00')
    FROM storedesk.fiscal_records WHERE number = %s
"""


@pytest.fixture
def told(server, till, goods, store, send):
    """Sell two mugs one after the other; say what the mail of the second sale tells.

    `signed` are the records that are signed before the mail is queued, `meanwhile` before it goes.
    """
    store.be_demo()
    goods("MUG")
    till.sell("MUG")
    till.sell("MUG")

    def told(signed=(), meanwhile=()):
        for number in signed:
            store.sql(SIGN, number, login="cyd")
        till.call("mail_receipt", till.order, "eve@example.com")
        for number in meanwhile:
            store.sql(SIGN, number, login="cyd")
        past(store)
        assert send().sent == 1
        (message,) = server.messages
        return [message.get_body((kind,)).get_content() for kind in ("plain", "html")]

    return told


def test_where_nobody_signs_it_has_its_fiscal_record_and_no_more(told):
    for text in told():
        assert "Fiscal record 2: " in text
        assert LATE not in text


def test_where_a_signer_signs_it_says_that_its_signature_is_awaited(told):
    for text in told(signed=[1]):
        assert "Fiscal record 2: " in text
        assert LATE in text


@pytest.mark.parametrize("how", [{"signed": [2]}, {"signed": [1], "meanwhile": [2]}])
def test_it_has_the_signature_also_one_that_came_after_it_was_asked_for(told, how):
    for text in told(**how):
        assert "Signed by the simulator: aGVsbG8" in text
        assert LATE not in text


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
