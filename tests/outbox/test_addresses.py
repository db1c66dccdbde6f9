"""Mail to addresses of other letters than ASCII: domains by IDNA 2008, names by SMTPUTF8."""

import asyncio
from email import message_from_bytes, message_from_string, policy
from uuid import uuid4

import pytest

from storedesk import queries
from storedesk.adapters.mail.smtp import Mailbox, written
from storedesk.documents.email_texts import trial_email
from storedesk.domain.outbox import EmailSender, MailSettings, Security
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk


def settings(server, **more):
    known = {
        "host": server.host, "port": server.port, "security": Security.NONE,
        "sender": "shop@shop.example", "letterhead": EmailSender(name="The Shop"),
    }  # fmt: skip
    return MailSettings(**(known | more))


def sent(server, recipient, **more):
    wanted = settings(server, **more)
    with Mailbox(wanted, None) as box:
        box.send(trial_email(uuid4(), recipient, wanted))
    ((taken, raw),) = server.taken
    return taken, raw


@pytest.mark.parametrize(
    ("recipient", "wire"),
    [
        ("info@straße.example", b"info@xn--strae-oqa.example"),
        ("info@faß.de", b"info@xn--fa-hia.de"),
        ("a@bücher.example", b"a@xn--bcher-kva.example"),
        ("a@πας.example", b"a@xn--mxa3ah.example"),
        ("ann@example.org", b"ann@example.org"),
    ],
)
def test_a_domain_travels_as_idna_2008_has_it(recipient, wire, mail_server):
    taken, raw = sent(server := mail_server(utf8=False), recipient)
    assert taken.encode() == wire
    head = raw.partition(b"\r\n\r\n")[0]
    assert b"To: " + wire in head
    assert b"strasse" not in raw
    assert b"=?" not in head.partition(b"\r\nTo: ")[2].partition(b"\r\n")[0]
    assert server.messages[0]["To"].addresses[0].addr_spec.encode() == wire


def test_a_name_of_other_letters_travels_as_it_is(mail_server):
    taken, raw = sent(mail_server(), "jörg@straße.example")
    assert taken == "jörg@xn--strae-oqa.example"
    head = raw.partition(b"\r\n\r\n")[0]
    assert "To: jörg@xn--strae-oqa.example".encode() in head
    assert b"=?" not in head
    message = message_from_string(raw.decode(), policy=policy.SMTPUTF8)
    assert message["To"].addresses[0].addr_spec == "jörg@xn--strae-oqa.example"
    assert message["From"].addresses[0].addr_spec == "shop@shop.example"


def test_a_server_that_knows_no_such_names_is_not_given_one(mail_server):
    server = mail_server(utf8=False)
    wanted = settings(server)
    with Mailbox(wanted, None) as box:
        with pytest.raises(Exception, match=r"cannot send to jörg@example\.org") as refused:
            box.send(trial_email(uuid4(), "jörg@example.org", wanted))
        assert refused.value.code == "mail_address_not_taken"
        box.send(trial_email(uuid4(), "ann@example.org", wanted))
    assert [taken for taken, _ in server.taken] == ["ann@example.org"]


def test_a_store_sends_from_a_domain_of_other_letters(mail_server):
    _taken, raw = sent(
        mail_server(utf8=False), "ann@example.org", sender="laden@straße.example",
        sender_name="Läden & Söhne", reply_to="post@bücher.example",
    )  # fmt: skip
    message = message_from_bytes(raw, policy=policy.default)
    assert message["From"].addresses[0].addr_spec == "laden@xn--strae-oqa.example"
    assert message["From"].addresses[0].display_name == "Läden & Söhne"
    assert message["Reply-To"].addresses[0].addr_spec == "post@xn--bcher-kva.example"
    assert message["Message-ID"].endswith("@xn--strae-oqa.example>")


def test_a_letter_keeps_its_ascii_headers_where_it_can():
    plain = MailSettings(sender="shop@shop.example", letterhead=EmailSender(name="Käse"))
    raw = written(trial_email(uuid4(), "a@straße.example", plain), plain).as_bytes()
    assert raw.partition(b"\r\n\r\n")[0].isascii()


def test_an_order_of_somebody_with_such_an_address_is_confirmed(
    store, mail_server, use, order, confirm, send
):
    server = mail_server(utf8=False)
    use(server)
    confirm(order("jörg@example.com", "Jörg Other"))
    confirm(order("ann@straße.example", "Ann Other"))
    done = send()
    assert (done.sent, done.failed, done.trouble) == (1, 1, None)
    assert [taken for taken, _ in server.taken] == ["ann@xn--strae-oqa.example"]
    said = "SELECT last_error FROM email_queue WHERE status = 'failed'"
    assert "jörg@example.com" in store.sql(said)


@pytest.mark.parametrize("login", ["bob", "cyd", "eve"])
@pytest.mark.usefixtures("server")
def test_a_mail_that_a_cancellation_overtook_is_no_failure(login, store, order, confirm, send):
    """In the queue it stands as failed, as the document has it; nobody is told that it failed."""
    placed = confirm(order())
    store.sql("SELECT core.cancel(%s, 'changed their mind', NULL, core.now())", placed)
    done = send()
    assert (done.sent, done.failed) == (1, 0)

    is_manager = login == "cyd"
    desk = Desk(Database(store.dsn(login)))

    def read(question, *given, **more):
        return asyncio.run(desk.read(question, *given, **more))

    assert read(queries.email_lists.failed_count) == 0
    assert read(queries.email_lists.failed_ids, limit=10) == []
    assert read(queries.email_lists.counts) == {"pending": 0, "sent": 1, "overtaken": 1}
    assert read(queries.email_lists.first_mails, status="failed") == []
    lines = read(queries.email_lists.first_mails, is_whole=is_manager)
    assert {(line.type, line.status) for line in lines} == {
        ("order_confirmation", "overtaken"), ("order_cancelled", "sent")
    }  # fmt: skip
    mails = read(queries.order_details.order, placed, with_mails=True).mails
    assert {(mail.kind, mail.status) for mail in mails} == {
        ("order_confirmation", "overtaken"), ("order_cancelled", "sent")
    }  # fmt: skip
    desk.close()


@pytest.mark.usefixtures("server")
def test_a_mail_that_failed_is_still_one(store, order, confirm, send, server):
    server.handler.recipients["ann@example.com"] = "550 unknown"
    confirm(order())
    assert send().failed == 1
    desk = Desk(Database(store.dsn("cyd")))
    assert asyncio.run(desk.read(queries.email_lists.failed_count)) == 1
    desk.close()
