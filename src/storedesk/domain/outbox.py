"""Define the e-mails of the outbox, and the settings for sending them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from storedesk.domain.carriers import Used
from storedesk.domain.mail_texts import MailKind, MailText
from storedesk.domain.orders import Receipt
from storedesk.domain.refusals.errors import Unavailable

SMTP_PORT = 587


class MailType(StrEnum):
    """The type of an e-mail."""

    CONFIRMATION = "order_confirmation"
    SHIPPED = "order_shipped"
    CANCELLED = "order_cancelled"
    VERIFICATION = "verification"
    PASSWORD_RESET = "password_reset"  # noqa: S105 - the model's word for a mail


class MailStatus(StrEnum):
    """The state of an e-mail."""

    PENDING = "pending"
    PROCESSING = "processing"
    SENT = "sent"
    FAILED = "failed"
    OVERTAKEN = "overtaken"
    """It is no longer needed; the queue counts it as failed."""


class Outcome(StrEnum):
    """The result of sending an e-mail."""

    SENT = "sent"
    DELAYED = "delayed"
    """The server did not accept it this time."""
    FAILED = "failed"
    """No server will ever accept it."""
    UNSENT = "unsent"
    """It was not tried, and goes back unchanged."""


class Security(StrEnum):
    """How the connection to a mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class MailServerTrouble(Unavailable):
    """The store's mail server accepts no e-mail at all, whichever it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailSender:
    """The sender, as shown at the foot of every e-mail."""

    name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    web: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """How the store sends e-mails. The password is kept elsewhere: see adapters.secrets."""

    host: str = ""
    port: int = SMTP_PORT
    security: Security = Security.STARTTLS
    user: str = ""
    sender: str = ""
    sender_name: str = ""
    reply_to: str = ""
    letterhead: EmailSender = EmailSender(name="")
    """Its name is the sender's where no other was given."""
    texts: Mapping[MailKind, MailText] = field(default_factory=dict, hash=False)
    """What the store itself writes; StoreDesk's words in those that are not there."""
    carriers: Used = None
    """The carriers that the store uses; None where it named none."""
    language: str = "en"
    time_zone: str = "UTC"
    is_demo: bool = False
    lease_seconds: int = 300
    version: int = 1

    @property
    def is_set_up(self) -> bool:
        """Whether the mail server and the sender are set up."""
        return bool(self.host and self.sender)

    @property
    def sends(self) -> bool:
        """Whether e-mails are sent: a demo store never connects to a mail server."""
        return self.is_set_up and not self.is_demo


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderNews:
    """The data of an e-mail about an order, as it was when the e-mail was queued."""

    order: Receipt
    recipient: str
    """The recipient's name on the shipment."""
    address: tuple[str, ...]
    tracking: str
    reason: str
    """Why it was canceled."""
    carrier: str = ""
    """As it was noted with the shipment; "" where it was not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkNews:
    """The data of an e-mail with a link."""

    name: str
    link: str
    expires_at: datetime
    """UTC without zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedEmail:
    """An e-mail that this program may send until the lease runs out."""

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
    """An e-mail as it is sent. It keeps its id however often it is sent: copies are found."""

    id: UUID
    recipient: str
    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLine:
    """An e-mail as the outbox lists it. Only managers see recipient, subject and error."""

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
    """E-mails that have waited for a long time."""

    count: int
    oldest: datetime | None
    """UTC without zone; None where there are none."""
