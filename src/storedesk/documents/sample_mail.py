"""Make e-mails that were never queued, to show what a store's e-mails look like."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from storedesk.documents import email_texts
from storedesk.documents.sample_receipt import sample_receipt
from storedesk.documents.strip import Speech
from storedesk.domain.mail_texts import MailKind, MailText
from storedesk.domain.outbox import (
    Email,
    EmailSender,
    LinkNews,
    MailSettings,
    MailType,
    OrderNews,
    QueuedEmail,
)
from storedesk.domain.store import StoreSettings

TYPES = {
    MailKind.RECEIPT: MailType.CONFIRMATION,
    **{kind: mail for mail, kind in email_texts.KINDS.items()},
}
TRACKING = "1Z999AA10123456784"
LINK = "https://shop.example.com/confirm"


def sample_email(
    kind: MailKind, text: MailText, store: StoreSettings, speech: Speech, now: datetime
) -> Email:
    """Return an e-mail of a kind with a text of the store; `now` is UTC without zone."""
    settings = MailSettings(
        letterhead=EmailSender(
            name=store.name, address=store.address_lines(), phone=store.phone or ""
        ),
        language=store.language, time_zone=store.time_zone, texts={kind: text},
    )  # fmt: skip
    news = _news(kind, store, speech, now)
    mail = QueuedEmail(
        id=UUID(int=0), token=now, type=TYPES[kind], recipient="", payload={}, queued_at=now,
        subject=_subject(kind, store, news),
    )  # fmt: skip
    return email_texts.email_of(mail, news, settings, has_glance=False)


def _news(
    kind: MailKind, store: StoreSettings, speech: Speech, now: datetime
) -> OrderNews | LinkNews:
    customer = speech.translate("A customer")
    if kind in {MailKind.VERIFICATION, MailKind.PASSWORD}:
        return LinkNews(name=customer, link=LINK, expires_at=now + timedelta(days=1))
    order = replace(
        sample_receipt(store, speech, now, register="", cashier=""),
        customer=customer, register="" if kind is MailKind.RECEIPT else None,
    )  # fmt: skip
    return OrderNews(
        order=order, recipient=customer, address=store.address_lines(), reason="",
        tracking=TRACKING if kind is MailKind.SHIPPED else "",
    )  # fmt: skip


def _subject(kind: MailKind, store: StoreSettings, news: OrderNews | LinkNews) -> str:
    """Return the subject as the database queues it."""
    number = news.order.order_number if isinstance(news, OrderNews) else ""
    return email_texts.SUBJECTS[TYPES[kind]].format(store=store.name, number=number)
