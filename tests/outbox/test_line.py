"""The line to the mail server: how it is protected, and who is let in by it."""

import socket
import ssl
import threading
from contextlib import suppress

import pytest

from storedesk.adapters.mail.smtp import Mailbox
from storedesk.domain.outbox import Email, EmailSender, MailServerTrouble, MailSettings, Security
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.services import sending
from tests.outbox.servers import MailServer
from tests.persistence.tls import Authority

USER, SECRET = "shop", "s3cret-pässword"
LETTER = Email(
    id="0b5e5c9a-5a86-4d56-b6a6-3b6f7a4a3b1c",
    recipient="ann@example.com",
    subject="Hello",
    text="Hello Ann",
    html="<p>Hello Ann</p>",
)


@pytest.fixture(scope="module")
def vouched(tmp_path_factory):
    """A CA, and what a server proves itself by that it vouches for, and by one it does not."""
    folder = tmp_path_factory.mktemp("tls")

    def context(authority, name):
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        made.load_cert_chain(*authority.vouch(name))
        return made

    ours, others = Authority(folder, "ours"), Authority(folder, "others")
    return {
        "file": ours.file,
        "right": context(ours, "127.0.0.1"),
        "another name": context(ours, "mail.example"),
        "unknown": context(others, "127.0.0.1"),
    }


@pytest.fixture(autouse=True)
def trusted(vouched, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(vouched["file"]))


def settings(server, security, **more):
    known = {
        "host": server.host,
        "port": server.port,
        "sender": "shop@shop.example",
        "letterhead": EmailSender(name="The Shop"),
        "lease_seconds": 20,
    }
    return MailSettings(security=security, **(known | more))


def send(wanted, password=None, letter=LETTER):
    with Mailbox(wanted, password) as mailbox:
        mailbox.send(letter)


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_server_that_proves_itself_gets_the_mail(security, mail_server, vouched):
    how = "tls" if security is Security.TLS else "starttls"
    server = mail_server(**{how: vouched["right"]})

    send(settings(server, security))

    assert len(server.taken) == 1


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
@pytest.mark.parametrize("certificate", ["another name", "unknown"])
def test_one_that_does_not_gets_nothing(security, certificate, mail_server, vouched):
    how = "tls" if security is Security.TLS else "starttls"
    server = mail_server(**{how: vouched[certificate]})

    with pytest.raises(MailServerTrouble) as trouble:
        send(settings(server, security, user=USER), SECRET)

    assert trouble.value.code == "mail_server_certificate"
    assert server.taken == server.signed_in == []


def test_a_server_without_starttls_is_told_nothing(mail_server):
    server = mail_server()
    with pytest.raises(MailServerTrouble, match="offers no STARTTLS"):
        send(settings(server, Security.STARTTLS, user=USER), SECRET)
    assert server.taken == server.signed_in == []


@pytest.mark.parametrize("password", [SECRET, "s3cret"])
def test_the_right_password_lets_in(password, mail_server, vouched):
    server = mail_server(starttls=vouched["right"], login=(USER, password))
    send(settings(server, Security.STARTTLS, user=USER), password)
    assert len(server.taken) == 1
    assert server.signed_in[-1]


@pytest.mark.parametrize("password", ["another", "änother"])
def test_a_wrong_password_is_trouble_and_is_in_no_sentence(password, mail_server, vouched):
    server = mail_server(starttls=vouched["right"], login=(USER, SECRET))
    with pytest.raises(MailServerTrouble, match="does not accept this user") as trouble:
        send(settings(server, Security.STARTTLS, user=USER), password)
    assert password not in str(trouble.value)
    assert server.taken == []


def test_a_server_that_wants_a_password_says_so_to_who_gives_none(mail_server, vouched):
    server = mail_server(starttls=vouched["right"], login=(USER, SECRET))
    with pytest.raises(MailServerTrouble) as trouble:
        send(settings(server, Security.STARTTLS))
    assert trouble.value.code == "mail_server_password"


def test_a_password_that_nobody_knows_is_not_guessed(mail_server):
    with pytest.raises(MailServerTrouble) as trouble:
        send(settings(mail_server(), Security.NONE, user=USER))
    assert trouble.value.code == "smtp_password_missing"


def test_no_password_travels_in_the_open(mail_server):
    server = mail_server(host="mail.example")
    with pytest.raises(MailServerTrouble) as trouble:
        send(settings(server, Security.NONE, user=USER), SECRET)
    assert trouble.value.code == "mail_line_bare"


def test_a_server_that_lets_nobody_sign_in_says_how_to_go_on(mail_server):
    with pytest.raises(MailServerTrouble) as trouble:
        send(settings(mail_server(), Security.NONE, user=USER), SECRET)
    assert trouble.value.code == "mail_server_no_sign_in"


@pytest.mark.parametrize("security", list(Security))
@pytest.mark.parametrize("says", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"", b"554 closed\r\n"])
def test_what_is_no_mail_server_is_told_in_words(security, says):
    listener = socket.create_server(("127.0.0.1", 0))

    def answer():
        with suppress(OSError):
            line, _ = listener.accept()
            with line:
                line.sendall(says)

    threading.Thread(target=answer, daemon=True).start()
    server = type("Server", (), {"host": "127.0.0.1", "port": listener.getsockname()[1]})
    with listener, pytest.raises(MailServerTrouble) as trouble:
        send(settings(server, security))
    known = {"mail_server_not_smtp", "mail_server_busy", "mail_server_away"}
    assert trouble.value.code in known


def test_a_name_that_nobody_has_is_told_in_words():
    server = type("Server", (), {"host": "mail.invalid", "port": 25})
    with pytest.raises(MailServerTrouble) as trouble:
        send(settings(server, Security.NONE))
    assert trouble.value.code == "mail_server_away"


def test_a_server_that_hung_up_meanwhile_is_called_again(mail_server):
    server = mail_server()
    with Mailbox(settings(server, Security.NONE), None) as mailbox:
        mailbox.send(LETTER)
        server.hang_up()
        mailbox.send(LETTER)
    assert len(server.taken) == 2
    assert server.connections == 2


@pytest.mark.parametrize(
    ("subject", "recipient"),
    [
        ("Hello\r\nBcc: evil@example.com", "ann@example.com"),
        ("Hello\nX: y", "ann@example.com"),
        ("Hello", "ann@example.com\r\nBcc: evil@example.com"),
        ("Hello", "ann@example.com\nBcc: evil@example.com"),
    ],
)
def test_nobody_adds_a_header(subject, recipient, mail_server):
    server = mail_server()
    letter = Email(
        id=LETTER.id, recipient=recipient, subject=subject, text="Hello", html="<p>Hello</p>"
    )
    with pytest.raises((Refused, Unavailable)):
        send(settings(server, Security.NONE), letter=letter)
    assert server.taken == []


@pytest.mark.parametrize("name", ["Käse & Co.", '"Quoted" <evil@example.com>', "店", "A, B; C"])
def test_a_shops_name_stays_a_name(name, mail_server):
    server = mail_server()
    send(settings(server, Security.NONE, sender_name=name, reply_to="office@shop.example"))
    (message,) = server.messages
    (sender,) = message["From"].addresses
    assert (sender.display_name, sender.addr_spec) == (name, "shop@shop.example")
    assert message["Reply-To"] == "office@shop.example"


@pytest.mark.parametrize(
    ("recipient", "taken"),
    [("ann@bücher.example", "ann@xn--bcher-kva.example"), ("änn@bücher.example", None)],
)
def test_addresses_of_all_scripts_are_written_to(recipient, taken, mail_server):
    server = mail_server()
    letter = Email(
        id=LETTER.id, recipient=recipient, subject="Grüße", text="Schöne Grüße", html="<p>ü</p>"
    )
    send(settings(server, Security.NONE), letter=letter)
    assert server.taken[0][0] == (taken or "änn@xn--bcher-kva.example")
    (message,) = server.messages
    assert message["Subject"] == "Grüße"
    assert message.get_body(("plain",)).get_content().splitlines() == ["Schöne Grüße"]


def test_a_trial_mail_is_sent_by_settings_that_nobody_has_saved(mail_server):
    server = mail_server()
    sending.send_trial(settings(server, Security.NONE), None, " boss@shop.example ")
    (message,) = server.messages
    assert message["To"] == "boss@shop.example"
    assert message["Subject"] == "The Shop: a test"


@pytest.mark.parametrize(
    ("change", "recipient", "code"),
    [
        ({"is_demo": True}, "boss@shop.example", "mail_demo"),
        ({"sender": ""}, "boss@shop.example", "mail_not_set_up"),
        ({}, " ", "email_unreadable"),
        ({}, "boss", "email_unreadable"),
        ({}, "a@b, c@d", "email_unreadable"),
        ({}, "a@b\r\nBcc: c@d", "email_unreadable"),
    ],
)
def test_a_trial_mail_that_makes_no_sense_is_not_sent(change, recipient, code, mail_server):
    server = mail_server()
    with pytest.raises(Refused) as refused:
        sending.send_trial(settings(server, Security.NONE, **change), None, recipient)
    assert refused.value.code == code
    assert server.connections == 0


def test_the_tests_own_server_is_what_it_seems():
    server = MailServer()
    server.stop()
    with pytest.raises(OSError):  # noqa: PT011 - any: nobody is there
        socket.create_connection((server.host, server.port), 1)
