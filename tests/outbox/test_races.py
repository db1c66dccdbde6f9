"""Several who want the same mail at the same moment: one gets it, the others are told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest

pytestmark = pytest.mark.usefixtures("invariants")

AT_ONCE = 8
MANY = """
    INSERT INTO email_queue (
        email_type, recipient_email, subject, reference_type, reference_id, payload
    )
    SELECT 'order_confirmation', 'c' || n || '@example.com', 'Subject', 'order', q.reference_id,
           q.payload || jsonb_build_object('resend_of', q.id)
    FROM generate_series(2, %s) AS n, (SELECT * FROM email_queue LIMIT 1) AS q
"""
DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"


@pytest.fixture
def at_once(store):
    """Have several do something on a connection of their own, let go at the same moment."""

    def at_once(*actions):
        start = Barrier(len(actions))

        def do(action):
            login, work = action
            with store.connect(login) as connection:
                start.wait()
                try:
                    return work(connection)
                except psycopg.Error as error:
                    return error.diag.message_primary

        with ThreadPoolExecutor(len(actions)) as threads:
            return list(threads.map(do, actions))

    return at_once


def test_of_many_who_take_mails_each_gets_others(store, order, confirm, at_once):
    confirm(order())
    store.sql(MANY, 200)
    before = store.sql(DEADLOCKS)

    def take(connection):
        mine = []
        while found := connection.execute("SELECT api.claim_mails(7)").fetchone():
            mine += [mail["id"] for mail in found]
        return mine

    shares = at_once(*[("max", take)] * AT_ONCE)

    taken = [mail for share in shares for mail in share]
    assert len(taken) == len(set(taken)) == 200
    assert store.sql(DEADLOCKS) == before


def test_what_is_stuck_is_given_back_once_whoever_sweeps(store, order, confirm, at_once):
    confirm(order())
    store.sql(MANY, 50)
    store.sql("SELECT api.claim_mails(100)", login="max")
    store.sql("UPDATE email_queue SET updated_at = core.now() - interval '9 min'")

    def sweep(connection):
        return connection.execute("SELECT api.sweep_mails()").fetchone()

    assert sum(at_once(*[("max", sweep)] * AT_ONCE)) == 50
    assert store.sql("SELECT array_agg(DISTINCT retry_count) FROM email_queue") == [1]


def test_of_two_who_have_a_mail_tried_again_one_is_told_that_it_waits(
    store, order, confirm, at_once
):
    confirm(order())
    mail = store.sql("UPDATE email_queue SET status = 'failed', last_error = 'no' RETURNING id")

    def retry(connection):
        words = "SELECT api.retry_mails(%s, %s)"
        return connection.execute(words, [uuid4(), [mail]]).fetchone()

    assert sorted(map(str, at_once(("cyd", retry), ("cyd", retry)))) == ["1", "mail_not_failed"]
    noted = "SELECT count(*) FROM storedesk.audit_event WHERE entity = 'email'"
    assert store.sql(noted) == 1


def test_one_click_that_arrives_twice_at_once_sends_one_more(store, order, confirm, at_once):
    confirm(order())
    mail = store.sql("UPDATE email_queue SET status = 'sent', sent_at = core.now() RETURNING id")
    request = uuid4()

    def resend(connection):
        return connection.execute("SELECT api.resend_mail(%s, %s)", [request, mail]).fetchone()

    first, second = at_once(("cyd", resend), ("cyd", resend))
    assert first == second
    assert store.sql("SELECT count(*) FROM email_queue") == 2


@pytest.mark.parametrize("_", range(5))
def test_a_confirmation_is_taken_before_the_cancellation_or_never(
    _, store, order, confirm, at_once, state
):
    placed = confirm(order())

    def cancel(connection):
        words = "SELECT core.cancel(%s, 'sold out', NULL, core.now())"
        connection.execute(words, [placed])
        return connection.execute("SELECT clock_timestamp() AT TIME ZONE 'UTC'").fetchone()

    def take(connection):
        return [mail["type"] for mail in connection.execute("SELECT api.claim_mails(9)").fetchone()]

    at_once((None, cancel), ("max", take))
    store.sql("SELECT api.claim_mails(9)", login="max")

    states = {row[0] for row in state()}
    assert states <= {"processing", "failed"}
    assert state()[-1][0] == "processing"  # the cancellation is always told
    store.sql("UPDATE email_queue SET status = 'pending' WHERE status = 'processing'")


def test_a_mail_that_is_settled_and_swept_at_once_has_one_end(store, order, confirm, at_once):
    confirm(order())
    (mail,) = store.sql("SELECT api.claim_mails(1)", login="max")
    store.sql("UPDATE storedesk.store_settings SET email_lease_seconds = 1")
    store.sql("SELECT pg_sleep(1.1)")

    def settle(connection):
        words = "SELECT api.settle_mail(%s, %s, 'sent')"
        return connection.execute(words, [mail["id"], mail["token"]]).fetchone()

    def sweep(connection):
        return connection.execute("SELECT api.sweep_mails()").fetchone()

    settled, swept = at_once(("max", settle), ("max", sweep))

    assert settled is (swept == 0)
    assert store.sql("SELECT status FROM email_queue") == ("sent" if settled else "pending")
