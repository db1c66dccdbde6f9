"""Send e-mails by SMTP, and explain what the mail server refuses."""

import select
import smtplib
import socket
import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import formatdate
from types import TracebackType
from typing import Self

from storedesk.domain.outbox import Email, MailServerTrouble, MailSettings, Security
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.values.email_addresses import on_the_wire as domain_on_the_wire

LOCAL = {"localhost", "127.0.0.1", "::1"}
LONGEST_WAIT = 30.0
"""Seconds for each answer of the server."""
SHARE_OF_LEASE = 10
"""How many answers may time out before another mailer may take the e-mail."""
LONGEST_WORDS = 200
SIGNED_IN, NEEDS_SIGN_IN, TOO_LARGE = 235, 530, 552


class Mailbox:
    """A connection to the store's mail server, opened for the first e-mail and kept for the next.

    Unavailable if the e-mail was not accepted this time (mail_delayed), refused where it never will
    be (mail_refused). MailServerTrouble where the server accepts no e-mail at all, and none is to
    blame: it is away, not the one it should be, knows another password, or lets us send as somebody
    else only.
    """

    def __init__(self, settings: MailSettings, password: str | None) -> None:
        self._settings, self._password = settings, password
        self._timeout = min(LONGEST_WAIT, settings.lease_seconds / SHARE_OF_LEASE)
        self._line: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def send(self, email: Email) -> None:
        """Send an e-mail; when this returns, the server has it."""
        message = written(email, self._settings)
        sender, recipient = on_the_wire(self._settings.sender), on_the_wire(email.recipient)
        line = self._open()
        try:
            with _explained_sending(self._settings.sender, email.recipient):
                options = _needed(line, sender, recipient)
                line.sendmail(sender, [recipient], message.as_bytes(), options)
        except (Unavailable, Refused) as failure:
            if line.sock is None or failure.code == "mail_delayed":
                self._drop()
            raise

    def close(self) -> None:
        """Close the connection politely."""
        line, self._line = self._line, None
        if line:
            with suppress(smtplib.SMTPException, OSError):
                line.quit()

    def _open(self) -> smtplib.SMTP:
        if self._line and _is_stale(self._line):
            self._drop()
        if self._line is None:
            with _explained_opening(self._settings):
                self._line = self._drawn()
        return self._line

    def _drop(self) -> None:
        line, self._line = self._line, None
        if line:
            line.close()

    def _drawn(self) -> smtplib.SMTP:
        wanted, password = self._settings, self._password
        if wanted.user and password is None:
            raise MailServerTrouble("smtp_password_missing")
        if wanted.user and wanted.security is Security.NONE and wanted.host not in LOCAL:
            raise MailServerTrouble("mail_line_bare", host=wanted.host)
        vouched = ssl.create_default_context()
        name, host = _own_name(), domain_on_the_wire(wanted.host)
        line: smtplib.SMTP
        if wanted.security is Security.TLS:
            line = smtplib.SMTP_SSL(host, wanted.port, name, timeout=self._timeout, context=vouched)
        else:
            line = smtplib.SMTP(host, wanted.port, name, timeout=self._timeout)
        try:
            if wanted.security is Security.STARTTLS:
                _protect(line, vouched, wanted.host)
            if wanted.user and password is not None:
                _sign_in(line, wanted, password)
        except BaseException:
            line.close()
            raise
        return line


def written(email: Email, settings: MailSettings) -> EmailMessage:
    """Write an e-mail as plain text and as HTML. Refused: mail_unwritable.

    Domains travel in ASCII, so that any server takes them. Where the name before one is not ASCII,
    the headers are as RFC 6532 has them, which asks for a server that knows SMTPUTF8.
    """
    parties = [on_the_wire(one) for one in (settings.sender, email.recipient, settings.reply_to)]
    sender, recipient, reply_to = parties
    message = EmailMessage(policy=SMTP if "".join(parties).isascii() else SMTPUTF8)
    try:
        name = settings.sender_name or settings.letterhead.name
        message["From"] = _party(sender, name)
        message["To"] = _party(recipient)
        if reply_to:
            message["Reply-To"] = _party(reply_to)
        message["Subject"] = email.subject
        message["Message-ID"] = f"<{email.id}@{sender.rpartition('@')[2]}>"
        message["Date"] = formatdate(usegmt=True)
        message["Auto-Submitted"] = "auto-generated"
    except (ValueError, IndexError) as error:  # a line break, or no address
        raise Refused("mail_unwritable", what=str(error)) from error
    message.set_content(email.text, cte="quoted-printable")
    message.add_alternative(email.html, subtype="html", cte="quoted-printable")
    return message


def _party(address: str, name: str = "") -> Address:
    """Return whom a header names; the library reads names of other letters only in two parts."""
    if address.isascii():
        return Address(name, addr_spec=address)
    user, _, domain = address.rpartition("@")
    return Address(name, username=user, domain=domain)


def _protect(line: smtplib.SMTP, vouched: ssl.SSLContext, host: str) -> None:
    line.ehlo_or_helo_if_needed()
    if not line.has_extn("starttls"):
        raise MailServerTrouble("mail_server_no_starttls", host=host)
    line.starttls(context=vouched)


def _sign_in(line: smtplib.SMTP, wanted: MailSettings, password: str) -> None:
    line.ehlo_or_helo_if_needed()
    try:
        if "PLAIN" in line.esmtp_features.get("auth", "").upper().split():
            _prove(line, wanted.user, password)
        else:
            line.login(wanted.user, password)
    except smtplib.SMTPAuthenticationError as error:
        if _is_for_now(error.smtp_code):
            raise
        raise MailServerTrouble("mail_server_password", said=_said(error)) from error
    except (smtplib.SMTPServerDisconnected, UnicodeEncodeError) as error:
        raise MailServerTrouble("mail_server_password", said=str(error)) from error
    except smtplib.SMTPNotSupportedError as error:
        raise MailServerTrouble("mail_server_no_sign_in", host=wanted.host) from error


def _prove(line: smtplib.SMTP, user: str, password: str) -> None:
    """Sign in as RFC 4616 has it, and once: smtplib would try all ways, and knows ASCII only."""
    proof = b64encode(f"\0{user}\0{password}".encode()).decode()
    code, said = line.docmd("AUTH", f"PLAIN {proof}")
    if code != SIGNED_IN:
        raise smtplib.SMTPAuthenticationError(code, said)


@contextmanager
def _explained_opening(wanted: MailSettings) -> Iterator[None]:
    """Explain why there is no connection to the server."""
    there = {"host": wanted.host, "port": wanted.port}
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise MailServerTrouble(
            "mail_server_certificate", host=wanted.host, said=error.verify_message
        ) from error
    except (ssl.SSLError, smtplib.SMTPServerDisconnected) as error:
        raise MailServerTrouble("mail_server_not_smtp", **there) from error
    except smtplib.SMTPResponseException as error:
        if error.smtp_code < 0:
            raise MailServerTrouble("mail_server_not_smtp", **there) from error
        raise MailServerTrouble("mail_server_busy", said=_said(error)) from error
    except (OSError, UnicodeError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise MailServerTrouble("mail_server_away", **there, said=said) from error


@contextmanager
def _explained_sending(sender: str, recipient: str) -> Iterator[None]:
    """Explain a refusal: of this e-mail, or of all of them."""
    try:
        yield
    except smtplib.SMTPRecipientsRefused as error:
        ((code, said),) = error.recipients.values()
        raise _judged(code, said) from error
    except smtplib.SMTPSenderRefused as error:
        if error.smtp_code == TOO_LARGE:
            raise _judged(error.smtp_code, error.smtp_error) from error
        if error.smtp_code == NEEDS_SIGN_IN:
            raise MailServerTrouble("mail_server_password", said=_said(error)) from error
        if _is_for_now(error.smtp_code):
            raise MailServerTrouble("mail_server_busy", said=_said(error)) from error
        raise MailServerTrouble("mail_server_sender", sender=sender, said=_said(error)) from error
    except smtplib.SMTPResponseException as error:
        raise _judged(error.smtp_code, error.smtp_error) from error
    except smtplib.SMTPNotSupportedError as error:  # SMTPUTF8
        if sender.rpartition("@")[0].isascii():
            raise Refused("mail_address_not_taken", address=recipient) from error
        raise MailServerTrouble("mail_address_not_taken", address=sender) from error
    except (smtplib.SMTPException, OSError) as error:
        raise Unavailable("mail_delayed", said=str(error)) from error


def _judged(code: int, said: bytes | str) -> Unavailable | Refused:
    words = _plain(code, said)
    if _is_for_now(code):
        return Unavailable("mail_delayed", said=words)
    return Refused("mail_refused", said=words)


def _is_for_now(code: int) -> bool:
    return not 500 <= code < 600  # noqa: PLR2004 - RFC 5321: 5yz is for good


def _said(error: smtplib.SMTPResponseException) -> str:
    return _plain(error.smtp_code, error.smtp_error)


def _plain(code: int, said: bytes | str) -> str:
    """Return what a server said as one line that can be shown."""
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    shown = "".join(letter if letter.isprintable() else " " for letter in f"{code} {words}")
    return " ".join(shown.split())[:LONGEST_WORDS]


def _is_stale(line: smtplib.SMTP) -> bool:
    """Tell whether the server has closed the connection meanwhile."""
    return line.sock is None or bool(select.select([line.sock], [], [], 0)[0])


def on_the_wire(address: str) -> str:
    """Return an address as servers are given it: its domain in ASCII."""
    name, at, domain = address.rpartition("@")
    return f"{name}{at}{domain_on_the_wire(domain)}"


def _needed(line: smtplib.SMTP, sender: str, recipient: str) -> list[str]:
    """Return the extensions that the server must support for these addresses."""
    if f"{sender}{recipient}".isascii():
        return []
    line.ehlo_or_helo_if_needed()
    if not line.has_extn("smtputf8"):
        raise smtplib.SMTPNotSupportedError
    return ["SMTPUTF8"]


def _own_name() -> str:
    """Name this computer without asking the network, which may take seconds."""
    name = socket.gethostname()
    return name if "." in name and name.isascii() else "[127.0.0.1]"
