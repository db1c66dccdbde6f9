"""Sending, by a real mail server that takes, refuses, delays and hangs up."""

import socket
from types import SimpleNamespace
from uuid import uuid4

import psycopg
import pytest

from storedesk import api
from storedesk.domain.outbox import MailServerTrouble

pytestmark = pytest.mark.usefixtures("invariants")


def test_a_mail_is_sent_and_says_who_writes_to_whom(server, order, confirm, send, state):
    confirm(order())

    done = send()

    assert (done.sent, done.delayed, done.failed, done.lost) == (1, 0, 0, 0)
    (message,) = server.messages
    assert message["From"] == "The Shop <shop@shop.example>"
    assert message["To"] == "ann@example.com"
    assert message["Subject"].startswith("The Shop: your order ORD-")
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"]
    assert message.get_body(("plain",)).get_content().startswith("Hello Ann Other,")
    assert "Thank you for your order" in message.get_body(("html",)).get_content()
    assert state() == [("sent", 0, None)]


def test_a_mail_is_known_by_its_id_and_the_shops_name(server, order, confirm, send, store):
    confirm(order())
    send()
    mail = store.sql("SELECT id FROM email_queue")
    assert server.messages[0]["Message-ID"] == f"<{mail}@shop.example>"


def test_all_that_is_due_goes_by_one_line(server, order, confirm, send):
    for n in range(25):
        confirm(order(f"ann{n}@example.com"))

    assert send().sent == 25
    assert server.connections == 1
    assert [to for to, _ in server.taken] == [f"ann{n}@example.com" for n in range(25)]


def test_a_recipient_that_is_refused_fails_at_once_and_the_others_are_sent(
    server, order, confirm, send, state
):
    server.handler.recipients["gone@example.com"] = "550 5.1.1 No such user here"
    for name in ("ann", "gone", "bea"):
        confirm(order(f"{name}@example.com"))

    done = send()

    assert (done.sent, done.failed) == (2, 1)
    said = "The recipient's mail server refused the e-mail: 550 5.1.1 No such user here"
    assert state() == [("sent", 0, None), ("failed", 1, said), ("sent", 0, None)]


def test_a_refusal_for_now_is_tried_again_later_and_not_before(
    server, order, confirm, send, state, store
):
    confirm(order())
    server.handler.answers = ["451 4.3.0 Try again", "451 4.3.0 Try again"]

    assert send().delayed == 1
    assert send().delayed == 0
    said = "The mail server did not accept the e-mail this time: 451 4.3.0 Try again"
    assert state() == [("pending", 1, said)]

    for tries, least, most in ((1, 96, 144), (2, 192, 288)):
        later(store, least - 1)
        assert send().sent + send().delayed == 0, tries
        later(store, most + 1)
        done = send()
        assert (done.delayed, done.sent) == ((1, 0) if tries == 1 else (0, 1))
    assert state() == [("sent", 2, None)]
    assert len(server.taken) == 1


def later(store, seconds):
    """Have the last try be so many seconds ago."""
    store.sql("UPDATE email_queue SET updated_at = core.now() - make_interval(secs => %s)", seconds)


def test_the_pauses_grow_up_to_six_hours_and_are_each_mails_own(store):
    words = """
        SELECT array_agg(extract(epoch FROM core.mail_pause(id, tries, 60))::float)
        FROM unnest(%s::uuid[]) AS id
    """
    mails = [uuid4() for _ in range(200)]
    for tries, usual in ((1, 120), (2, 240), (5, 1920), (9, 21600), (900, 21600)):
        pauses = store.sql(words.replace("tries", str(tries)), mails)
        assert usual * 0.8 <= min(pauses) < usual * 0.85
        assert usual * 1.15 < max(pauses) <= usual * 1.2
        assert pauses == store.sql(words.replace("tries", str(tries)), mails)


def test_a_mail_that_is_refused_again_and_again_comes_to_an_end(
    server, use, order, confirm, send, state, store
):
    use(server, tries=3)
    confirm(order())
    server.handler.answers = ["451 no"] * 9
    for _ in range(5):
        later(store, 100_000)
        send()
    assert [row[:2] for row in state()] == [("failed", 3)]


def test_a_server_that_is_too_slow_is_given_up_for_now(server, use, order, confirm, send, state):
    use(server, lease=3)  # 0.3 seconds an answer
    confirm(order())
    server.handler.delay = 1.0

    done = send()

    assert (done.sent, done.delayed) == (0, 1)
    assert state()[0][:2] == ("pending", 1)
    assert "timed out" in state()[0][2]


def test_a_line_that_is_cut_in_the_middle_of_a_mail_is_drawn_anew_for_the_next(
    server, order, confirm, send, state
):
    server.handler.hangs_up = 1
    for name in ("ann", "bea"):
        confirm(order(f"{name}@example.com"))

    done = send()

    assert (done.sent, done.delayed) == (1, 1)
    assert server.connections == 2
    assert [row[:2] for row in state()] == [("pending", 1), ("sent", 0)]


def test_a_server_that_is_away_costs_no_mail_a_try(use, order, confirm, send, state):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    use(type("Nobody", (), {"host": "127.0.0.1", "port": port}))
    for n in range(3):
        confirm(order(f"ann{n}@example.com"))

    done = send()

    assert isinstance(done.trouble, MailServerTrouble)
    assert str(done.trouble).startswith(f"No mail server answers at 127.0.0.1, port {port}")
    assert [row[:2] for row in state()] == [("pending", 0)] * 3
    assert [row[2] for row in state()] == [str(done.trouble)] * 3


def test_a_sender_that_is_refused_is_the_shops_trouble_not_the_mails(
    server, order, confirm, send, state
):
    confirm(order())
    server.handler.sender = "553 5.7.1 Not owned by you"

    assert send().trouble.code == "mail_server_sender"
    assert state()[0][:2] == ("pending", 0)
    server.handler.sender = ""
    assert send().sent == 1


def test_what_was_rolled_back_is_not_sent(server, order, send, store):
    placed = order()
    with store.connect() as connection, connection.transaction(force_rollback=True):
        connection.execute("SELECT core.cancel(%s, 'changed her mind', NULL, core.now())", [placed])
        assert connection.execute("SELECT count(*) FROM email_queue").fetchone() == 1

    assert send().sent == 0
    assert server.connections == 0


def test_a_confirmation_is_overtaken_by_the_orders_cancellation(
    server, order, confirm, send, state, store
):
    placed = confirm(order())
    store.sql("SELECT core.cancel(%s, 'sold out', NULL, core.now())", placed)

    assert send().sent == 1
    assert [message["Subject"][-12:] for message in server.messages] == ["is cancelled"]
    assert state() == [("failed", 0, "superseded"), ("sent", 0, None)]


def test_only_the_newest_link_is_sent_and_none_whose_time_is_over(
    server, customer, queue_link, send, state
):
    ann, bea = customer(), customer("Bea Other", "bea@example.com")
    old = queue_link(to=ann)
    new = queue_link(to=ann)
    reset = queue_link("password_reset", to=ann)
    late = queue_link(to=bea, hours=-1)

    assert send().sent == len(server.taken) == 2
    assert state(old) == ("failed", 0, "superseded")
    assert state(new)[0] == state(reset)[0] == "sent"
    assert state(late) == ("failed", 0, "expired")


@pytest.mark.parametrize(
    "spoilt",
    [
        "payload - 'lines'", "payload || '{\"total\": \"much\"}'", "'{}'", "'[]'",
        "payload || '{\"lines\": [7]}'",
    ],
)  # fmt: skip
def test_a_mail_that_cannot_be_written_fails_alone(
    spoilt, server, order, confirm, send, state, store
):
    bad, _ = (confirm(order(f"{name}@example.com")) for name in ("ann", "bea"))
    store.sql(f"UPDATE email_queue SET payload = {spoilt} WHERE reference_id = %s", bad)

    done = send()

    assert (done.sent, done.failed) == (1, 1)
    assert [to for to, _ in server.taken] == ["bea@example.com"]
    assert state()[0][2].startswith("This e-mail cannot be written: ")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", ""])
def test_a_link_leads_to_the_web_or_is_not_sent(link, server, queue_link, send, state):
    mail = queue_link(link=link or " ")
    send()
    assert state(mail)[0] == "failed"
    assert server.taken == []


def test_a_demo_store_never_opens_a_socket(server, order, confirm, send, state, store, monkeypatch):
    confirm(order())
    store.sql("UPDATE storedesk.store_settings SET is_demo = true")

    monkeypatch.setattr(
        "storedesk.adapters.mail.smtp.smtplib.SMTP", lambda *_, **__: pytest.fail("it spoke")
    )
    send()

    assert server.connections == 0
    assert state() == [("pending", 0, None)]
    assert store.sql("SELECT api.claim_mails(10)", login="max") == []


def test_a_store_without_a_mail_server_keeps_its_mails(order, confirm, send, state):
    confirm(order())
    assert send().sent == 0
    assert state() == [("pending", 0, None)]


def test_whoever_is_too_slow_may_not_say_what_became_of_a_mail(
    server, use, order, confirm, send, state, store
):
    use(server, lease=1)
    confirm(order())

    def take_it_away(_):
        later(store, 5)
        store.sql("SELECT core.sweep_mails(core.now())")

    server.handler.taking = take_it_away
    done = send()

    assert (done.sent, done.lost) == (0, 1)
    assert state() == [("pending", 1, "lost")]


def test_of_a_batch_nothing_is_begun_when_its_lease_is_nearly_over(
    server, use, order, confirm, send, state, monkeypatch
):
    use(server, lease=3)
    for n in range(10):
        confirm(order(f"ann{n}@example.com"))
    seconds, taken_before = [], []
    real = api.outbox.claim_mails

    def claim(most):
        taken_before.append(len(server.taken))
        return real(most)

    clock = SimpleNamespace(monotonic=lambda: sum(seconds))
    monkeypatch.setattr("storedesk.services.sending.time", clock)
    monkeypatch.setattr("storedesk.api.outbox.claim_mails", claim)
    server.handler.taking = lambda _: seconds.append(0.4)  # each mail takes as long

    done = send()

    assert taken_before == [0, 3, 6, 9, 10]  # the others went back, and were taken anew
    assert (done.sent, done.lost) == (10, 0)
    assert [row[:2] for row in state()] == [("sent", 0)] * 10


def test_a_mail_that_kills_whoever_sends_it_comes_to_an_end(use, server, order, confirm, store):
    use(server, tries=3)
    confirm(order())
    mail = "SELECT status, retry_count, last_error FROM email_queue"
    for _ in range(3):
        later(store, 100_000)
        taken = store.sql("SELECT api.claim_mails(10)", login="max")
        assert len(taken) == 1
        later(store, 60)
        assert store.sql("SELECT api.sweep_mails()", login="max") == 1

    assert store.rows(mail) == [("failed", 3, "lost")]


@pytest.mark.parametrize(("had", "left"), [(5, 2), (3, 2), (2, 2), (1, 1)])
def test_where_fewer_tries_are_allowed_what_has_had_as_many_has_one_more(
    order, confirm, store, state, had, left
):
    confirm(order())
    store.sql("UPDATE email_queue SET retry_count = %s", had)
    store.sql("UPDATE storedesk.store_settings SET email_max_attempts = 3")

    assert state() == [("pending", left, None)]


def test_nobody_takes_mails_on_an_old_picture(store):
    with store.connect("max") as connection:
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        with pytest.raises(psycopg.Error, match="old_picture"):
            connection.execute("SELECT api.claim_mails(1)")
        connection.execute("ROLLBACK")
