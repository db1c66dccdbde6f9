"""Mail servers of the tests' own, and stores that send by them."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import psycopg
import pytest

from storedesk.adapters.mail.smtp import Mailbox
from storedesk.persistence.engine.database import Database
from storedesk.services.sending import send_due
from tests.drawn import unique
from tests.outbox.servers import MailServer


@pytest.fixture
def mail_server():
    """Start a mail server that behaves as it is told to."""
    servers = []

    def mail_server(*conduct, **how):
        servers.append(MailServer(*conduct, **how))
        return servers[-1]

    yield mail_server
    for server in servers:
        server.stop()


@pytest.fixture
def server(mail_server, use):
    """A mail server that takes everything, and by which the store sends."""
    server = mail_server()
    use(server)
    return server


@pytest.fixture
def use(store):
    """Have the store send by a mail server; short times, so that no test has to wait."""

    def use(server, *, lease=20, security="none", user=None, tries=6, backoff=60):
        store.sql(
            """
            UPDATE storedesk.store_settings
            SET smtp_host = %s, smtp_port = %s, smtp_security = %s, smtp_user = %s,
                sender_email = 'shop@shop.example', email_lease_seconds = %s,
                email_max_attempts = %s, email_backoff_seconds = %s
            """,
            server.host, server.port, security, user, lease, tries, backoff,
        )  # fmt: skip

    return use


@pytest.fixture
def order(store, goods, customer):
    """Place an order of Ann's; answer with its id."""
    placed = []

    def order(email="ann@example.com", name="Ann Other"):
        if not placed:
            placed.append(goods("MUG", on_hand=1_000_000))
            placed.append({})
        product, people = placed
        if email not in people:
            people[email] = customer(name, email)
        order = uuid4()
        store.sql(
            "SELECT core.place(%s, %s, %s, NULL, core.now())",
            order,
            people[email],
            json.dumps([{"product": str(product), "quantity": 2}]),
        )
        return order

    return order


@pytest.fixture
def confirm(store):
    """Have an order paid for elsewhere, and so confirmed."""

    def confirm(order):
        total = store.sql("SELECT total_amount::text FROM orders WHERE id = %s", order)
        tender = {"id": str(uuid4()), "method": "credit_card", "amount": total}
        words = "SELECT core.confirm(%s, %s, NULL, core.now())"
        store.sql(words, order, json.dumps([tender]))
        return order

    return confirm


@pytest.fixture
def queue_link(store, customer):
    """Queue a mail with a link, as the customers' commands do; answer with its id."""

    def queue_link(kind="verification", *, to=None, link=None, hours=24, name="Ann Other"):
        to = to or customer()
        email = store.sql("SELECT email FROM customers WHERE id = %s", to)
        payload = {
            "name": name,
            "store": "The Shop",
            "link": link or f"https://shop.example/verify?t={unique()}",
            "expires_at": (datetime.now(UTC) + timedelta(hours=hours)).isoformat(),
        }
        return store.sql(
            """
            INSERT INTO email_queue (
                email_type, recipient_email, subject, reference_type, reference_id, payload,
                created_at
            )
            VALUES (%s, %s, 'The Shop: a link', 'customer', %s, %s, core.now()) RETURNING id
            """,
            kind, email, to, json.dumps(payload),
        )  # fmt: skip

    return queue_link


@pytest.fixture
def mailer(store):
    """The store as its mailer sees it."""
    database = Database(store.dsn("max"), pool_size=2)
    yield database
    database.close()


@pytest.fixture
def send(mailer):
    """Send what is due, in this process."""

    def send(password=None, **how):
        return send_due(mailer, lambda settings: Mailbox(settings, password), **how)

    return send


@pytest.fixture
def state(store):
    """Tell how a mail stands: status, tries and error."""

    def state(mail=None):
        words = "SELECT status, retry_count, last_error FROM email_queue"
        if mail is None:
            return store.rows(f"{words} ORDER BY created_at, id")
        return store.rows(f"{words} WHERE id = %s", mail)[0]

    return state


@pytest.fixture
def refused():
    """Expect the database to say no, with this code."""
    return lambda code: pytest.raises(
        psycopg.Error, check=lambda error: error.diag.message_primary == code
    )
