"""Receipts go out by e-mail when somebody asks: to whom, how often, and not to the whole world."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import psycopg
import pytest

from tests.tills import cash

pytestmark = pytest.mark.usefixtures("invariants")
QUEUED = """
    SELECT e.recipient_email, e.status, e.payload ? 'resend_of' FROM public.email_queue AS e
    ORDER BY e.created_at, e.id
"""
SENT = """
    SELECT r.is_typed, s.display_name FROM storedesk.receipt_mails AS r
    JOIN storedesk.staff AS s ON s.id = r.created_by ORDER BY r.created_at
"""
MOST = 40


@pytest.fixture
def walk_in(till, goods):
    """A sale to nobody in particular, paid at Bob's till."""
    goods("MUG")
    till.sell("MUG")
    return till.store.sql("SELECT order_id FROM storedesk.pos_sales")


@pytest.fixture
def ann(till, goods, store, customer):
    """Ann's address, and a sale to her."""
    goods("MUG")
    key, till.order = customer(), uuid4()
    till.scan("MUG")
    till.call("attach_customer", till.register, till.order, key)
    till.quote()
    total = till.sale()["total"]
    till.pay(cash(total))
    return till.order, store.sql("SELECT email FROM public.customers WHERE id = %s", key)


def wait(store):
    """Let the moment pass in which a receipt can be called off."""
    store.sql("ALTER TABLE storedesk.receipt_mails DISABLE TRIGGER append_only")
    store.sql("UPDATE storedesk.receipt_mails SET created_at = created_at - interval '1 minute'")
    store.sql("ALTER TABLE storedesk.receipt_mails ENABLE TRIGGER append_only")


def test_it_goes_to_the_customer_once_however_often_it_is_asked(till, ann, store, refused):
    request, (sale, address) = uuid4(), ann
    first = till.call("mail_receipt", sale, None, request=request)
    assert first["recipient"] == address
    assert till.call("mail_receipt", sale, None, request=request) == first
    assert store.rows(QUEUED) == [(address, "pending", False)]
    assert store.rows(SENT) == [(False, "Bob")]
    with refused("receipt_mail_waiting"):
        till.call("mail_receipt", sale, None)


def test_a_typed_address_is_kept_with_nobody(till, walk_in, store):
    till.call("mail_receipt", walk_in, " Eve@Example.com ")
    assert store.rows(QUEUED) == [("eve@example.com", "pending", False)]
    assert store.rows(SENT) == [(True, "Bob")]
    assert store.sql("SELECT count(*) FROM public.customers WHERE email LIKE 'eve%%'") == 0
    assert "eve" not in str(store.rows("SELECT old, new FROM storedesk.audit_event"))


def test_a_second_one_names_the_first(till, walk_in, store):
    till.call("mail_receipt", walk_in, "eve@example.com")
    till.call("mail_receipt", walk_in, "dan@example.com")
    assert [again for _, _, again in store.rows(QUEUED)] == [False, True]


@pytest.mark.parametrize(
    "address",
    ["eve", "eve@", "@example.com", "eve@example", "eve@shop.invalid", "a b@example.com",
     "a@example.com\nBcc: b@example.com", "a@example.com,b@example.com",
     "x" * 250 + "@example.com"],
)  # fmt: skip
def test_what_is_no_address_is_refused(till, walk_in, store, refused, address):
    with refused("email_unreadable"):
        till.call("mail_receipt", walk_in, address)
    assert store.rows(QUEUED) == []


def test_only_what_was_sold_and_to_somebody(till, walk_in, refused):
    with refused("order_not_found"):
        till.call("mail_receipt", uuid4(), "eve@example.com")
    for nobody in (None, "", "  "):
        with refused("receipt_to_nobody"):
            till.call("mail_receipt", walk_in, nobody)


def test_so_many_an_hour_and_not_one_more(till, walk_in, store, refused):
    for n in range(MOST):
        till.call("mail_receipt", walk_in, f"eve{n}@example.com")
    with refused("receipt_mails_many"):
        till.call("mail_receipt", walk_in, "dan@example.com")
    assert store.sql("SELECT count(*) FROM public.email_queue") == MOST
    store.sql("ALTER TABLE storedesk.receipt_mails DISABLE TRIGGER append_only")
    store.sql(
        "UPDATE storedesk.receipt_mails SET created_at = created_at - interval '1 hour'"
        " WHERE created_at = (SELECT min(created_at) FROM storedesk.receipt_mails)"
    )
    store.sql("ALTER TABLE storedesk.receipt_mails ENABLE TRIGGER append_only")
    till.call("mail_receipt", walk_in, "dan@example.com")
    with refused("receipt_mails_many"):
        till.call("mail_receipt", walk_in, "fay@example.com")


def test_two_at_once_count_together(till, walk_in, store):
    for n in range(MOST - 1):
        till.call("mail_receipt", walk_in, f"eve{n}@example.com")

    def send(n):
        try:
            store.sql("SELECT api.mail_receipt(%s, %s, %s)", uuid4(), walk_in, f"d{n}@example.com",
                      login="bob")  # fmt: skip
        except psycopg.Error as refusal:
            return refusal.diag.message_primary
        return None

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(send, range(4)))
    assert sorted(answers, key=str) == [None, *["receipt_mails_many"] * 3]


def test_what_waits_is_not_taken_and_can_be_called_off(till, walk_in, store, refused):
    mail = till.call("mail_receipt", walk_in, "eve@example.com")["mail"]
    assert store.sql("SELECT api.claim_mails(10)", login="max") == []
    till.call("call_off_receipt", mail)
    assert store.rows(QUEUED) == [("eve@example.com", "failed", False)]
    assert store.sql("SELECT why FROM storedesk.overtaken_emails") == "called_off"
    with refused("mail_on_its_way"):
        till.call("call_off_receipt", mail)
    till.call("mail_receipt", walk_in, "eve@example.com")
    wait(store)
    [taken] = store.sql("SELECT api.claim_mails(10)", login="max")
    assert taken["recipient"] == "eve@example.com"
    with refused("mail_on_its_way"):
        till.call("call_off_receipt", taken["id"])


def test_a_clock_that_was_set_back_keeps_nothing_waiting(till, walk_in, store):
    till.call("mail_receipt", walk_in, "eve@example.com")
    store.sql("ALTER TABLE storedesk.receipt_mails DISABLE TRIGGER append_only")
    store.sql("UPDATE storedesk.receipt_mails SET created_at = created_at + interval '1 day'")
    store.sql("ALTER TABLE storedesk.receipt_mails ENABLE TRIGGER append_only")
    assert len(store.sql("SELECT api.claim_mails(10)", login="max")) == 1


def test_only_whoever_sent_it_or_a_manager_calls_it_off(till, walk_in, store, hire, refused):
    hire("fay")
    mail = till.call("mail_receipt", walk_in, "eve@example.com")["mail"]
    with refused("mail_not_found"):
        store.sql("SELECT api.call_off_receipt(%s, %s)", uuid4(), mail, login="fay")
    with refused("mail_not_found"):
        till.call("call_off_receipt", uuid4())
    store.sql("SELECT api.call_off_receipt(%s, %s)", uuid4(), mail, login="cyd")


def test_it_is_tried_again_and_sent_again_to_the_address_that_was_typed(till, ann, store):
    till.call("mail_receipt", ann[0], "eve@example.com")
    wait(store)
    [taken] = store.sql("SELECT api.claim_mails(10)", login="max")
    settle = "SELECT api.settle_mail(%s, %s, %s, %s)"
    store.sql(settle, taken["id"], taken["token"], "failed", "no such mailbox", login="max")
    again = "SELECT api.retry_mails(%s, ARRAY[%s::uuid])"
    assert store.sql(again, uuid4(), taken["id"], login="cyd") == 1
    [taken] = store.sql("SELECT api.claim_mails(10)", login="max")
    assert taken["recipient"] == "eve@example.com"
    store.sql(settle, taken["id"], taken["token"], "sent", None, login="max")
    other = store.sql("SELECT api.resend_mail(%s, %s)", uuid4(), taken["id"], login="cyd")
    address = "SELECT recipient_email FROM public.email_queue WHERE id = %s"
    assert store.sql(address, other) == "eve@example.com"
    assert store.rows(SENT) == [(True, "Bob"), (True, "Cyd")]


def test_who_may_and_where_it_is_said_what_becomes_of_it(till, walk_in, store):
    ask = "SELECT api.mail_receipt(%s, %s, %s)"
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        store.sql(ask, uuid4(), walk_in, "eve@example.com", login="ada")
    assert till.call("mail_receipt", walk_in, "eve@example.com")["kept"] == "not_set_up"
    store.sql("UPDATE storedesk.store_settings SET is_demo = true")
    assert till.call("mail_receipt", walk_in, "dan@example.com")["kept"] == "demo"


@pytest.mark.parametrize("change", ["UPDATE {} SET is_typed = false", "TRUNCATE {}"])
def test_what_is_written_stays(till, walk_in, store, refused, change):
    till.call("mail_receipt", walk_in, "eve@example.com")
    with refused("append_only"):
        store.sql(change.format("storedesk.receipt_mails"))


def test_nothing_goes_out_for_an_order_that_is_not_paid_or_canceled(orders, goods, refused):
    order = orders.placed((goods("MUG"), 1))
    with refused("receipt_not_due"):
        orders.ask("mail_receipt", uuid4(), order, "eve@example.com")
    orders.step("cancel_order", order, "changed their mind")
    with refused("receipt_not_due"):
        orders.ask("mail_receipt", uuid4(), order, "eve@example.com")
