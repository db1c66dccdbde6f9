"""Decode the payloads of queued e-mails into domain values."""

import re
from datetime import UTC, datetime

from storedesk.domain.outbox import LinkNews, MailType, OrderNews, QueuedEmail
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.addresses import town_line
from storedesk.persistence.decode.answer import Document
from storedesk.persistence.decode.receipts import receipt

WITH_LINK = frozenset({MailType.VERIFICATION, MailType.PASSWORD_RESET})
WEB = re.compile(r"https?://[!-~]+")


def news(mail: QueuedEmail) -> OrderNews | LinkNews:
    """Read what a mail tells. Refused where it cannot be read: mail_unwritable."""
    read = _link_news if mail.type in WITH_LINK else _order_news
    try:
        return read(mail.payload)
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise Refused("mail_unwritable", what=str(error) or type(error).__name__) from error


def _order_news(payload: Document) -> OrderNews:
    to = payload["address"]
    town = town_line(
        **{part: to[part] or "" for part in ("city", "state", "postal_code", "country")}
    )
    return OrderNews(
        order=receipt(payload),
        recipient=to["recipient"] or "",
        address=tuple(filter(None, (to["street"], town))),
        tracking=payload["tracking_number"] or "",
        reason=payload["cancellation_reason"] or "",
        carrier=payload.get("carrier") or "",
    )


def _link_news(payload: Document) -> LinkNews:
    """Read a link, which has to lead to the web and nowhere else."""
    link, ends = str(payload["link"]), datetime.fromisoformat(payload["expires_at"])
    if not WEB.fullmatch(link):
        raise ValueError("link")
    if ends.tzinfo is not None:
        ends = ends.astimezone(UTC).replace(tzinfo=None)
    return LinkNews(name=str(payload["name"] or ""), link=link, expires_at=ends)
