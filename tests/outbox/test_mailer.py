"""`storedesk mailer` as it runs: in processes of its own, that are stopped and killed."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from storedesk.documents import email_texts
from storedesk.domain.refusals.errors import StoreError
from storedesk.services.mailer import Mailer
from tests.outbox.test_line import SECRET, USER

pytestmark = pytest.mark.usefixtures("invariants")

STATES = "SELECT status, count(*) FROM email_queue GROUP BY 1 ORDER BY 1"
LISTENING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND query = 'LISTEN storedesk'
"""
MANY = """
    INSERT INTO email_queue (email_type, recipient_email, subject, reference_type, reference_id, payload)
    SELECT 'order_confirmation', format('c%%s@example.com', n), 'Subject ' || n, 'order', q.reference_id,
           q.payload || jsonb_build_object('resend_of', q.id)
    FROM generate_series(2, %s) AS n, (SELECT * FROM email_queue LIMIT 1) AS q
"""  # noqa: E501


@pytest.fixture
def many(store, order, confirm):
    """Queue so many mails."""

    def many(count):
        confirm(order())
        store.sql(MANY, count)

    return many


@pytest.fixture
def start(store):
    """Start a mailer in a process of its own."""
    started = []

    def start(*words, **environment):
        command = [sys.executable, "-m", "storedesk", "mailer", "--dsn", store.dsn("max"), *words]
        there = os.environ | environment
        one = subprocess.Popen(
            command, env=there, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        started.append(one)
        return one

    yield start
    for one in started:
        if one.poll() is None:
            one.kill()
        one.communicate()


def until(condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.02)


def test_eight_at_once_send_each_mail_exactly_once(server, many, start, store):
    many(400)

    mailers = [start("--once") for _ in range(8)]
    said = [one.communicate(timeout=120) for one in mailers]

    assert [one.returncode for one in mailers] == [0] * 8, said
    assert store.rows(STATES) == [("sent", 400)]
    assert len(server.taken) == 400
    assert set(server.counts().values()) == {1}
    shares = [int(out.split()[1]) for out, _ in said]
    assert sum(shares) == 400
    assert max(shares) < 400


def test_one_that_is_killed_between_taking_and_sending_loses_no_mail(server, many, start, store):
    many(5)
    server.handler.delay = 60  # the first one is never answered
    one = start("--once")
    until(lambda: store.sql("SELECT count(*) FROM email_queue WHERE status = 'processing'") == 5)
    until(lambda: server.connections)
    one.kill()
    one.wait()
    server.handler.delay = 0
    assert start("--once").wait(30) == 0
    assert server.taken == []  # they are somebody's, as far as anyone knows

    after_the_lease(store)
    start("--once").wait(30)
    assert store.rows(STATES) == [("pending", 5)]
    after_the_pause(store)
    start("--once").wait(30)

    assert store.rows(STATES) == [("sent", 5)]
    assert set(server.counts().values()) == {1}


def test_one_that_is_killed_after_the_server_took_the_mail_sends_it_again_as_the_same(
    server, many, start, store
):
    many(1)
    caught = threading.Event()
    started = []

    def kill(_):
        if not caught.is_set():
            caught.set()
            started[0].kill()
            started[0].wait()

    server.handler.taking = kill
    started.append(start("--once"))
    until(caught.is_set)
    until(lambda: started[0].poll() is not None)
    assert store.rows(STATES) == [("processing", 1)]

    after_the_lease(store)
    start("--once").wait(30)
    after_the_pause(store)
    start("--once").wait(30)

    assert store.rows(STATES) == [("sent", 1)]
    assert list(server.counts().values()) == [2]  # two copies, with the id of one


def after_the_lease(store):
    store.sql(
        "UPDATE email_queue SET updated_at = updated_at - interval '21 seconds'"
        " WHERE status = 'processing'"
    )


def after_the_pause(store):
    store.sql(
        "UPDATE email_queue SET updated_at = updated_at - interval '1 day' WHERE status = 'pending'"
    )


def test_it_sends_as_soon_as_there_is_something_and_ends_when_it_is_told_to(
    server, order, confirm, start, store
):
    one = start("--workers", "2")
    until(lambda: store.sql(LISTENING) == 1)
    queued = time.monotonic()
    confirm(order())
    until(lambda: server.taken)
    assert time.monotonic() - queued < 5  # and not after half a minute

    until(lambda: store.rows(STATES) == [("sent", 1)])
    one.send_signal(signal.SIGTERM)
    _, said = one.communicate(timeout=15)
    assert one.returncode == 0
    assert "(order_confirmation) is sent" in said
    assert "the mailer has stopped" in said
    assert "ann@example.com" not in said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_one_that_is_told_to_end_finishes_its_mail_and_gives_back_the_others(
    server, many, start, store, number
):
    many(8)
    server.handler.delay = 0.5
    one = start()
    until(lambda: server.connections)
    one.send_signal(number)
    one.communicate(timeout=15)

    assert one.returncode == 0
    states = dict(store.rows(STATES))
    assert states["sent"] == len(server.taken) >= 1
    assert states["pending"] == 8 - states["sent"]
    assert store.sql("SELECT max(retry_count) FROM email_queue") == 0


def test_the_password_comes_from_the_environment(mail_server, use, many, start, store):
    server = mail_server(login=(USER, SECRET))
    use(server, user=USER)
    many(1)

    without = start("--once")
    _, said = without.communicate(timeout=30)
    assert without.returncode == 1
    assert "The password of the mail server is not known" in said
    wrong = start("--once", STOREDESK_SMTP_PASSWORD="guess")
    _, said = wrong.communicate(timeout=30)
    assert wrong.returncode == 1
    assert "NO MAIL IS SENT: The mail server does not accept this user and password" in said
    assert "guess" not in said

    right = start("--once", STOREDESK_SMTP_PASSWORD=SECRET)
    out, said = right.communicate(timeout=30)
    assert right.returncode == 0
    assert out == "Sent 1 e-mail; 0 delayed, 0 failed.\n"
    assert SECRET not in said
    assert store.rows(STATES) == [("sent", 1)]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("is_demo = true", "This is a demo store. Its e-mails are kept and never sent.\n"),
        ("smtp_host = NULL", "No mail server is set up yet. Set it up in Outbox, Set up e-mail.\n"),
    ],
)
def test_it_says_why_it_does_not_begin(change, says, server, start, store):
    store.sql(f"UPDATE storedesk.store_settings SET {change}")
    one = start("--once")
    assert one.communicate(timeout=30) == ("", says)
    assert one.returncode == 1
    assert server.connections == 0


@pytest.mark.parametrize("number", ["0", "12", "two", "-1"])
def test_a_number_of_workers_that_is_none_is_wrong_usage(number, start):
    one = start(f"--workers={number}")
    one.communicate(timeout=30)
    assert one.returncode == 2


def test_a_server_that_is_set_up_later_is_used_without_a_new_start(
    mail_server, use, order, confirm, store
):
    confirm(order())
    mailer = Mailer(store.dsn("max"))
    thread = threading.Thread(target=mailer.run)
    thread.start()
    try:
        until(lambda: store.sql(LISTENING) == 1)
        server = mail_server()
        use(server)
        until(lambda: server.taken)
        until(lambda: store.rows(STATES) == [("sent", 1)])
    finally:
        mailer.stop()
        thread.join(10)
    assert not thread.is_alive()


def test_a_database_that_was_lost_is_found_again(server, order, confirm, store, monkeypatch):
    monkeypatch.setattr("storedesk.services.mailer.PAUSES", (0.1,))
    mailer = Mailer(store.dsn("max"))
    thread = threading.Thread(target=mailer.run)
    thread.start()
    try:
        for _ in range(3):
            store.sql(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = %s",
                store.login("max"),
            )
            time.sleep(0.1)
        confirm(order())
        until(lambda: store.rows(STATES) == [("sent", 1)])
    finally:
        mailer.stop()
        thread.join(10)
    assert len(server.taken) == 1


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("bug", [RecursionError, MemoryError, SystemExit])
def test_a_worker_that_dies_is_started_again(bug, order, confirm, store, monkeypatch, caplog):
    monkeypatch.setattr("storedesk.services.restarted.PAUSE", 0.01)
    looks = []

    def look(self, database):
        looks.append(database)
        if len(looks) == 1:
            raise bug
        return real(self, database)

    real = Mailer._look
    monkeypatch.setattr(Mailer, "_look", look)
    mailer = Mailer(store.dsn("max"))
    thread = threading.Thread(target=mailer.run)
    thread.start()
    try:
        confirm(order())
        until(lambda: store.rows(STATES) == [("sent", 1)])
    finally:
        mailer.stop()
        thread.join(10)
    assert bug.__name__ in caplog.text
    assert not thread.is_alive()


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("payload", ["[" * 7_900, '{"t":' * 1_500])
def test_nothing_that_a_cashier_tells_ends_the_mailer(payload, order, confirm, store, monkeypatch):
    monkeypatch.setattr("storedesk.services.mailer.LOOKS", 3600)
    mailer = Mailer(store.dsn("max"))
    thread = threading.Thread(target=mailer.run)
    thread.start()
    try:
        until(lambda: store.sql(LISTENING) == 1)
        store.sql("SELECT pg_notify('storedesk', %s)", payload, login="bob")
        for sent in (1, 2):
            confirm(order(f"c{sent}@example.com"))
            until(lambda sent=sent: store.rows(STATES) == [("sent", sent)])
    finally:
        mailer.stop()
        thread.join(10)


def test_a_bug_in_one_mail_ends_neither_the_mailer_nor_the_others(
    server, order, confirm, store, monkeypatch, use, caplog
):
    use(server, lease=1)
    monkeypatch.setattr("storedesk.services.mailer.PAUSES", (0.1,))
    monkeypatch.setattr("storedesk.services.mailer.LOOKS", 0.2)
    real = email_texts.email_of

    def letter(mail, *others):
        if mail.recipient == "bug@example.com":
            raise RuntimeError("nobody thought of this")
        return real(mail, *others)

    monkeypatch.setattr("storedesk.documents.email_texts.email_of", letter)
    confirm(order("bug@example.com"))
    mailer = Mailer(store.dsn("max"))
    thread = threading.Thread(target=mailer.run)
    thread.start()
    try:
        until(lambda: "nobody thought of this" in caplog.text)
        confirm(order("ann@example.com"))
        until(lambda: [to for to, _ in server.taken] == ["ann@example.com"])
        stuck = "SELECT status, retry_count FROM email_queue WHERE recipient_email LIKE 'bug%'"
        until(lambda: store.rows(stuck) == [("pending", 1)])
    finally:
        mailer.stop()
        thread.join(10)


def test_one_round_is_sent_by_each_worker_and_no_mail_twice(server, store, many):
    many(6)
    rounds = Mailer(store.dsn("max"), workers=2).send_once()

    assert (len(rounds), sum(one.sent for one in rounds)) == (2, 6)
    assert store.rows(STATES) == [("sent", 6)]
    assert len(server.taken) == 6


def test_one_round_of_a_store_that_is_away_is_an_error(store):
    with pytest.raises(StoreError):
        Mailer(f"{store.dsn('max')} host=127.0.0.1 port=1").send_once()
