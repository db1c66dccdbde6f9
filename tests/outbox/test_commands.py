"""The outbox's commands, as those who may call them and those who may not."""

import json
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors

from storedesk import api
from storedesk.persistence.engine.database import Database

pytestmark = pytest.mark.usefixtures("invariants")

CLAIM = "SELECT api.claim_mails(%s)"
SETTLE = "SELECT api.settle_mail(%s, %s, %s, %s)"
RETRY = "SELECT api.retry_mails(%s, %s::uuid[])"
RESEND = "SELECT api.resend_mail(%s, %s)"


@pytest.fixture
def claim(store):
    return lambda most=10: store.sql(CLAIM, most, login="max")


@pytest.fixture
def settle(store):
    def settle(mail, outcome, error=None):
        return store.sql(SETTLE, mail["id"], mail["token"], outcome, error, login="max")

    return settle


@pytest.fixture
def sent(order, confirm, claim, settle):
    """A confirmation that was sent: its id."""
    confirm(order())
    (mail,) = claim()
    assert settle(mail, "sent")
    return mail["id"]


def test_a_mail_is_taken_once_and_with_all_that_is_needed(order, confirm, claim, store):
    placed = confirm(order())

    (mail,) = claim()

    assert claim() == []
    assert (mail["type"], mail["recipient"]) == ("order_confirmation", "ann@example.com")
    assert mail["payload"]["order_id"] == str(placed)
    assert mail["token"] == store.sql("SELECT to_jsonb(updated_at) FROM email_queue")


def test_the_oldest_go_first_and_no_more_than_were_asked_for(order, confirm, claim):
    for n in range(5):
        confirm(order(f"c{n}@example.com"))

    assert [mail["recipient"] for mail in claim(2)] == ["c0@example.com", "c1@example.com"]
    assert len(claim(2)) == 2
    assert len(claim(2)) == 1


def test_what_another_is_just_taking_is_not_waited_for(order, confirm, claim, store):
    for n in range(3):
        confirm(order(f"c{n}@example.com"))
    with store.connect("max") as other, other.transaction():
        assert len(other.execute(CLAIM, [2]).fetchone()) == 2
        assert [mail["recipient"] for mail in claim()] == ["c2@example.com"]


def test_a_mail_is_settled_by_whoever_holds_it_and_once(order, confirm, claim, settle, state):
    confirm(order())
    (mail,) = claim()

    assert not settle(mail | {"token": "2026-01-01T00:00:00"}, "sent")
    assert settle(mail, "delayed", "not now")
    assert not settle(mail, "sent")
    assert state() == [("pending", 1, "not now")]


def test_an_outcome_that_nobody_knows_is_refused(order, confirm, claim, settle, refused):
    confirm(order())
    (mail,) = claim()
    for outcome in ("pending", "", None):
        with refused("bad_outcome"):
            settle(mail, outcome)


def test_what_was_not_tried_goes_back_as_it_was(order, confirm, claim, settle, state):
    confirm(order())
    (mail,) = claim()
    settle(mail, "unsent")
    assert state() == [("pending", 0, None)]
    assert len(claim()) == 1


def test_a_manager_has_what_failed_tried_again(order, confirm, claim, settle, state, store):
    confirm(order())
    (mail,) = claim()
    settle(mail, "failed", "no such user")
    request = uuid4()

    for _ in range(2):  # however often it is asked
        assert store.sql(RETRY, request, [mail["id"]], login="cyd") == 1

    assert state() == [("pending", 0, None)]
    noted = (
        "SELECT login, action, entity_id::text FROM storedesk.audit_event WHERE entity = 'email'"
    )
    assert store.rows(noted) == [(store.login("cyd"), "retry", mail["id"])]
    assert len(claim()) == 1


def test_what_did_not_fail_is_not_tried_again(sent, store, refused):
    for mails in ([sent], [uuid4()], []):
        with refused("mail_not_failed"):
            store.sql(RETRY, uuid4(), mails, login="cyd")


def test_what_has_been_overtaken_is_not_tried_again(order, confirm, claim, store, refused, state):
    placed = confirm(order())
    store.sql("SELECT core.cancel(%s, 'sold out', NULL, core.now())", placed)
    claim()
    mail = store.sql("SELECT id FROM email_queue WHERE status = 'failed'")
    with refused("mail_not_failed"):
        store.sql(RETRY, uuid4(), [mail], login="cyd")
    assert state(mail) == ("failed", 0, "superseded")


def test_too_many_at_once_are_refused(store, refused):
    with refused("too_many"):
        store.sql(RETRY, uuid4(), [uuid4() for _ in range(1001)], login="cyd")


def test_a_mail_is_sent_once_more_with_what_is_known_now(sent, store, claim):
    placed = store.sql("SELECT reference_id FROM email_queue")
    store.sql("UPDATE customers SET email = 'ann@new.example' WHERE first_name = 'Ann'")
    store.sql("SELECT core.ship(%s, 'TRACK-1', NULL, core.now())", placed)
    (shipped,) = claim()
    store.sql(SETTLE, shipped["id"], shipped["token"], "sent", None, login="max")
    request = uuid4()

    again = store.sql(RESEND, request, shipped["id"], login="cyd")
    assert store.sql(RESEND, request, shipped["id"], login="cyd") == again

    (mail,) = claim()
    assert (mail["id"], mail["recipient"]) == (str(again), "ann@new.example")
    assert mail["payload"]["resend_of"] == shipped["id"]
    assert mail["payload"]["tracking_number"] == "TRACK-1"
    assert sent != shipped["id"]


def test_a_link_is_sent_once_more_to_whom_it_was_made_for_and_to_nobody_else(
    customer, queue_link, claim, settle, store, refused
):
    ann = customer()
    mail = queue_link(to=ann)
    settle(claim()[0], "sent")

    store.sql(RESEND, uuid4(), mail, login="cyd")

    (again,) = claim()
    assert again["recipient"] == "ann@example.com"
    store.sql("UPDATE customers SET email = 'evil@example.com' WHERE id = %s", ann)
    with refused("mail_overtaken"):
        store.sql(RESEND, uuid4(), mail, login="cyd")


def test_what_failed_for_a_wrong_address_is_tried_again_at_the_right_one(
    order, confirm, claim, settle, store
):
    confirm(order("ann@exampel.com"))
    (mail,) = claim()
    settle(mail, "failed", "no such mailbox")
    store.sql("UPDATE customers SET email = 'ann@example.com' WHERE email = 'ann@exampel.com'")

    store.sql(RETRY, uuid4(), [mail["id"]], login="cyd")

    (again,) = claim()
    assert (again["id"], again["recipient"]) == (mail["id"], "ann@example.com")


def test_an_old_link_is_not_sent_once_more(customer, queue_link, claim, settle, store, refused):
    ann = customer()
    mail = queue_link(to=ann)
    settle(claim()[0], "sent")
    queue_link(to=ann)
    with refused("mail_overtaken"):
        store.sql(RESEND, uuid4(), mail, login="cyd")


@pytest.mark.parametrize("moment", ["soon", "", "2026-13-01", None])
def test_a_link_that_does_not_say_until_when_is_sent(moment, queue_link, claim, store):
    mail = queue_link(hours=-1)
    assert claim() == []
    store.sql("UPDATE email_queue SET status = 'pending', payload = payload || %s",
              json.dumps({"expires_at": moment}))  # fmt: skip
    assert [one["id"] for one in claim()] == [str(mail)]


@pytest.mark.parametrize(("second", "is_over"), [("07.000001", False), ("07", True)])
def test_a_link_is_over_at_the_very_moment_that_it_names(store, second, is_over):
    words = "SELECT core.is_past(%s, '2026-03-05 13:06:07')"

    assert store.sql(words, f"2026-03-05T14:06:{second}+01:00") is is_over


def test_only_what_was_sent_can_be_sent_once_more(order, confirm, store, refused):
    confirm(order())
    with refused("mail_not_sent"):
        store.sql(RESEND, uuid4(), store.sql("SELECT id FROM email_queue"), login="cyd")
    with refused("mail_not_found"):
        store.sql(RESEND, uuid4(), uuid4(), login="cyd")


def test_whoever_has_no_address_any_more_is_not_written_to(sent, store, refused):
    store.sql("UPDATE customers SET email = 'deleted+1@storedesk.invalid' WHERE first_name = 'Ann'")
    with refused("mail_nowhere"):
        store.sql(RESEND, uuid4(), sent, login="cyd")


@pytest.mark.parametrize("person", ["bob", "ada", "dee", "eve", "wes", "max"])
def test_nobody_but_a_manager_tries_again_or_sends_once_more(person, sent, store):
    for words in (RETRY, RESEND):
        argument = [sent] if "retry" in words else sent
        with pytest.raises(errors.InsufficientPrivilege):
            store.sql(words, uuid4(), argument, login=person)


@pytest.mark.parametrize("person", ["bob", "ada", "cyd", "dee", "eve", "wes"])
def test_nobody_but_the_mailer_takes_mails(person, store):
    for words in ("SELECT api.claim_mails(1)", "SELECT api.sweep_mails()",
                  f"SELECT api.settle_mail('{uuid4()}', now()::timestamp, 'sent')"):  # fmt: skip
        with pytest.raises(errors.InsufficientPrivilege):
            store.sql(words, login=person)


@pytest.mark.parametrize("person", ["bob", "ada", "cyd", "dee", "eve", "wes", "max"])
@pytest.mark.usefixtures("sent")
def test_nobody_changes_a_mail_but_by_a_command(person, store):
    for words in (
        "UPDATE email_queue SET status = 'sent', sent_at = now()",
        "DELETE FROM email_queue",
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            store.sql(words, login=person)


def test_a_mailer_that_was_shut_out_takes_nothing(order, confirm, store, refused):
    confirm(order())
    store.sql("UPDATE storedesk.staff SET is_active = false WHERE login = %s", store.login("max"))
    with refused("not_staff"):
        store.sql(CLAIM, 1, login="max")


def test_an_admin_says_by_which_server_mails_go_and_it_is_written_down(store):
    store.sql(
        "UPDATE storedesk.store_settings"
        " SET smtp_host = 'mail.example', sender_email = 'a@b.example'",
        login="dee",
    )
    noted = "SELECT new FROM storedesk.audit_event WHERE entity = 'store'"
    assert store.sql(noted) == {"smtp_host": "mail.example", "sender_email": "a@b.example"}


@pytest.mark.parametrize(
    "change",
    [
        "smtp_port = 0", "smtp_port = 65536", "smtp_security = 'ssl'", "sender_email = 'shop'",
        "sender_email = E'a@b.c\\nBcc: x@y.z'", "sender_name = E'Shop\\r\\nBcc: x@y.z'",
        "reply_email = 'a@b, c@d'", "smtp_host = E'mail\\n.example'", "email_backoff_seconds = 0",
    ],
)  # fmt: skip
def test_settings_that_would_spoil_every_mail_are_refused(change, store):
    with pytest.raises(psycopg.errors.CheckViolation):
        store.sql(f"UPDATE storedesk.store_settings SET {change}", login="dee")


def test_what_is_queued_by_a_till_sale_says_where_it_was_sold(till, goods, customer, claim):
    ann = customer()
    goods("MUG", price="2.50")
    till.scan("MUG")
    till.call("attach_customer", till.register, till.order, ann)
    till.quote()
    till.pay(email=True)
    (mail,) = claim()
    assert mail["payload"]["register"] == "Till 1"


def test_an_admin_gives_up_what_has_waited_for_long_and_a_manager_may_still_send_it(
    order, confirm, store, state, claim
):
    confirm(order())
    store.sql("UPDATE email_queue SET created_at = created_at - interval '40 days'")
    confirm(order("bea@example.com"))
    before = store.sql("SELECT core.now() - interval '1 day'")
    asked = store.sql("SELECT api.old_mails(%s)", before, login="dee")
    assert (asked["count"], asked["oldest"] is not None) == (1, True)
    request = uuid4()
    dee = Database(store.dsn("dee"), pool_size=1)
    with dee.reading() as session:
        old = api.outbox.old_mails(session, before)
        none = api.outbox.old_mails(session, old.oldest)
    dee.close()
    assert (old.count, old.oldest < before) == (1, True)
    assert (none.count, none.oldest) == (0, None)

    for _ in range(2):
        words = "SELECT api.give_up_mails(%s, %s)"
        assert store.sql(words, request, before, login="dee") == 1

    assert [row[0] for row in state()] == ["failed", "pending"]
    assert store.sql("SELECT api.old_mails(%s)", before, login="dee")["count"] == 0
    old = store.sql("SELECT id FROM email_queue WHERE last_error = 'given_up'")
    assert store.sql(RETRY, uuid4(), [old], login="cyd") == 1
    assert len(claim()) == 2


@pytest.mark.parametrize(
    ("before", "near"), [("1899-12-31 23:59", "1900-01-01"), ("2200-01-01", "2199-12-31 23:59")]
)
def test_what_is_no_time_is_refused(before, near, store, refused):
    assert store.sql("SELECT api.old_mails(%s)", near, login="dee")["count"] == 0
    with refused("bad_instant"):
        store.sql("SELECT api.old_mails(%s)", before, login="dee")
    with refused("bad_instant"):
        store.sql("SELECT api.give_up_mails(%s, %s)", uuid4(), before, login="dee")


@pytest.mark.parametrize("person", ["bob", "ada", "cyd", "eve", "wes", "max"])
def test_nobody_but_an_admin_gives_mails_up(person, store):
    for words in ("SELECT api.old_mails(now()::timestamp)",
                  f"SELECT api.give_up_mails('{uuid4()}', now()::timestamp)"):  # fmt: skip
        with pytest.raises(errors.InsufficientPrivilege):
            store.sql(words, login=person)
