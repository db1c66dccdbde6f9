"""Define the e-mails of the outbox, and the settings for sending them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from storedesk.domain.orders import Receipt
from storedesk.domain.refusals.errors import Unavailable

SMTP_PORT = 587


class MailType(StrEnum):
    """What a mail is about."""

    CONFIRMATION = "order_confirmation"
    SHIPPED = "order_shipped"
    CANCELLED = "order_cancelled"
    VERIFICATION = "verification"
    PASSWORD_RESET = "password_reset"  # noqa: S105 - the model's word for a mail


class MailStatus(StrEnum):
    """How far a mail has come."""

    PENDING = "pending"
    PROCESSING = "processing"
    SENT = "sent"
    FAILED = "failed"
    OVERTAKEN = "overtaken"
    """Nobody needs it any more: that is no failure, although the queue calls it one."""


class Outcome(StrEnum):
    """What became of a mail that somebody took to send it."""

    SENT = "sent"
    DELAYED = "delayed"
    """The server would not take it this time."""
    FAILED = "failed"
    """No server will ever take it."""
    UNSENT = "unsent"
    """It was not tried: it goes back as it was."""


class Security(StrEnum):
    """How the line to a mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class MailServerTrouble(Unavailable):
    """The store's mail server takes no mail at all: that is no single mail's fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailSender:
    """Who writes: what stands at the foot of every mail."""

    name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    web: str = ""
    email: str = ""
    """Where an answer goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """How the store sends its mail. The password is not among them: see adapters.secrets."""

    host: str = ""
    port: int = SMTP_PORT
    security: Security = Security.STARTTLS
    user: str = ""
    sender: str = ""
    sender_name: str = ""
    reply_to: str = ""
    letterhead: EmailSender = EmailSender(name="")
    """Its name is the sender's where no other was given."""
    language: str = "en"
    time_zone: str = "UTC"
    is_demo: bool = False
    lease_seconds: int = 300
    version: int = 1

    @property
    def is_set_up(self) -> bool:
        """Whether it is known by which server mails go out, and from whom."""
        return bool(self.host and self.sender)

    @property
    def sends(self) -> bool:
        """Whether anything is ever sent: a demo store never speaks to a mail server."""
        return self.is_set_up and not self.is_demo


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderNews:
    """What a mail about an order tells: the order as it was when the mail was queued."""

    order: Receipt
    recipient: str
    """The name on the parcel."""
    address: tuple[str, ...]
    tracking: str
    reason: str
    """Why it was canceled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkNews:
    """What a mail with a link tells."""

    name: str
    link: str
    expires_at: datetime
    """UTC without zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedEmail:
    """A mail that this program has taken in order to send it, until the lease runs out."""

    id: UUID
    token: datetime
    """By which it is held: when it was taken."""
    type: MailType
    recipient: str
    subject: str
    payload: dict[str, Any]
    queued_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Email:
    """A mail as it goes out. The same id, however often it is sent, so that a copy can be told."""

    id: UUID
    recipient: str
    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLine:
    """A mail as the outbox lists it. Recipient, subject and error are a manager's to see."""

    id: UUID
    type: MailType
    status: MailStatus
    reference_type: str
    reference_id: UUID
    number: str
    """That of the order, where it is about one."""
    customer: str
    tries: int
    created_at: datetime
    updated_at: datetime
    sent_at: datetime | None
    recipient: str = ""
    subject: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class OldMails:
    """Mails that have waited for long: nobody has sent any until now."""

    count: int
    oldest: datetime | None
    """UTC without zone; None where there are none."""
