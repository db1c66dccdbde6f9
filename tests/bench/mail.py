"""A thousand mails by four workers through a real mail server, against a loop written by hand.

The loop does what one would write in its place: it reads a row, writes the same message, sends it
by one line and marks the row, without taking, fencing or asking anybody. Every mail of both has to
arrive exactly once.
"""

import smtplib
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from uuid import uuid4

import psycopg
from bench.big_store import PASSWORD, BigStore
from bench.measure import Figure, at_most, clocked, figure

from storedesk import forms
from storedesk.adapters.mail.smtp import written
from storedesk.documents import email_texts
from storedesk.domain.outbox import MailType, QueuedEmail
from storedesk.persistence.decode import emails
from storedesk.persistence.engine.database import Database
from storedesk.services.mailer import Mailer

TOP = Path(__file__).parents[2]
MAILS, WORKERS, RUNS = 1_000, 4, 5
AT_MOST = 1.5
MAILER = "bench_post"
CUSTOMER = """
    INSERT INTO public.customers (email, password_hash, first_name, last_name)
    VALUES ('ann@bench.example', '!', 'Ann', 'Other') RETURNING id
"""
PRODUCT = "SELECT id FROM public.products WHERE name LIKE '%% 5' LIMIT 1"
PLACE = """
    SELECT core.place(
        %s, %s, jsonb_build_array(jsonb_build_object('product', %s::uuid, 'quantity', 2)), NULL,
        core.now()
    )
"""
CONFIRM = """
    SELECT core.confirm(id, jsonb_build_array(jsonb_build_object(
        'id', gen_random_uuid(), 'method', 'credit_card', 'amount', total_amount::text
    )), NULL, core.now())
    FROM public.orders WHERE id = %s
"""
QUEUE = """
    INSERT INTO public.email_queue (
        email_type, recipient_email, subject, reference_type, reference_id, payload
    )
    SELECT email_type, recipient_email, subject, reference_type, reference_id,
           payload || jsonb_build_object('resend_of', id)
    FROM (
        SELECT * FROM public.email_queue WHERE recipient_email = 'ann@bench.example' LIMIT 1
    ) AS one,
         generate_series(1, %s)
"""
SET_UP = """
    UPDATE storedesk.store_settings
    SET smtp_host = '127.0.0.1', smtp_port = %s, smtp_security = 'none',
        sender_email = 'shop@shop.example'
"""
WAITING = """
    SELECT id, updated_at, email_type, recipient_email, subject, payload, created_at
    FROM public.email_queue WHERE status = 'pending' ORDER BY created_at
"""
FIELDS = ("id", "token", "type", "recipient", "subject", "payload", "queued_at")
MARK = "UPDATE public.email_queue SET status = 'sent', sent_at = core.now() WHERE id = %s"
RESENT = "SELECT id FROM public.email_queue WHERE payload ? 'resend_of'"
STATES = "SELECT status, count(*) FROM public.email_queue GROUP BY status"


@contextmanager
def mail_server() -> Iterator[tuple[int, Path]]:
    """Start a mail server in a process of its own: its port, and the list of what it took."""
    with TemporaryDirectory(prefix="storedesk-bench-mail-") as home:
        port, taken = Path(home) / "port", Path(home) / "taken"
        command = [sys.executable, "-m", "tests.outbox.servers", str(port), str(taken)]
        server = subprocess.Popen(command, cwd=TOP)
        try:
            while not port.exists():
                sleep(0.02)
            yield int(port.read_text()), taken
        finally:
            server.kill()
            server.wait()


def figures(store: BigStore, *, mails: int = MAILS, runs: int = RUNS) -> Iterator[Figure]:
    """Measure both, in turn."""
    with mail_server() as (port, taken), psycopg.connect(store.owner, autocommit=True) as owner:
        prepare(owner, port)
        ours, by_hand = [], []
        for turn in range(min(runs, RUNS) + 1):
            both = ((ours, send_ours), (by_hand, send_by_hand))
            for times, work in both[:: 1 if turn % 2 else -1]:
                owner.execute(QUEUE, [mails])
                times.append(clocked(lambda work=work: work(store, mails)))
                check(owner, taken)
    yield figure(f"mail_{mails}", mails, [ours[1:], [], by_hand[1:]], {"by hand": at_most(AT_MOST)})


def prepare(owner: psycopg.Connection[tuple[object, ...]], port: int) -> None:
    """Set up mail, and have an order confirmed that all mails are about."""
    owner.execute(SET_UP, [port])
    verifier = owner.pgconn.encrypt_password(PASSWORD.encode(), MAILER.encode(), b"scram-sha-256")
    words = "SELECT core.create_service(%s, 'Post', 'mailer', %s)"
    owner.execute(words, [MAILER, verifier.decode()])
    customer = owner.execute(CUSTOMER).fetchone()[0]
    product = owner.execute(PRODUCT).fetchone()[0]
    order = uuid4()
    owner.execute(PLACE, [order, customer, product])
    owner.execute(CONFIRM, [order])
    owner.execute("UPDATE public.email_queue SET status = 'sent', sent_at = core.now()")


def send_ours(store: BigStore, mails: int) -> None:
    """Send all that waits, as `storedesk mailer --once --workers 4` does."""
    rounds = Mailer(store.dsn("post"), workers=WORKERS).send_once()
    assert sum(one.sent for one in rounds) == mails


def send_by_hand(store: BigStore, _mails: int) -> None:
    """Send all that waits, one after the other."""
    database = Database(store.owner, pool_size=1)
    with database.reading() as session:
        settings = forms.mail_settings.settings(session)
    database.close()
    with (
        psycopg.connect(store.owner, autocommit=True) as owner,
        smtplib.SMTP(settings.host, settings.port, "bench") as line,
    ):
        for row in owner.execute(WAITING).fetchall():
            mail = QueuedEmail(
                **dict(zip(FIELDS, (*row[:2], MailType(row[2]), *row[3:]), strict=True))
            )
            message = written(email_texts.email_of(mail, emails.news(mail), settings), settings)
            line.sendmail(settings.sender, [mail.recipient], message.as_bytes())
            owner.execute(MARK, [mail.id])


def check(owner: psycopg.Connection[tuple[object, ...]], taken: Path) -> None:
    """See to it that nothing waits, and that each mail has arrived exactly once."""
    assert dict(owner.execute(STATES).fetchall()).keys() == {"sent"}
    ids = {f"<{id_}@shop.example>" for (id_,) in owner.execute(RESENT).fetchall()}
    assert Counter(taken.read_text().split()) == dict.fromkeys(ids, 1)
