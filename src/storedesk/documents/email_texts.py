"""Fill the templates of e-mails to customers, as HTML and as plain text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache, partial
from textwrap import fill, wrap
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.dates import format_date
from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    pass_eval_context,
    select_autoescape,
)
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape

from storedesk.documents import amounts, moments
from storedesk.documents.fiscal_lines import record_words
from storedesk.domain import carriers
from storedesk.domain.mail_texts import MailKind, MailText, filled_subject, filled_words
from storedesk.domain.orders import Receipt
from storedesk.domain.outbox import (
    Email,
    LinkNews,
    MailSettings,
    MailType,
    OrderNews,
    QueuedEmail,
)
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxMode
from storedesk.resources import resources_folder
from storedesk.translations import language_of, translation

EXPIRED = "expired"
"""How the reason begins where nobody paid; others are staff's own words, and not for customers."""
WIDTH = 64
"""Characters of a plain line with an amount."""
WIDEST = 76
"""Characters of a plain line of words."""
SUBJECTS = {
    MailType.CONFIRMATION: "{store}: your order {number}",
    MailType.SHIPPED: "{store}: your order {number} is on its way",
    MailType.CANCELLED: "{store}: your order {number} is cancelled",
    MailType.VERIFICATION: "{store}: please confirm your e-mail address",
    MailType.PASSWORD_RESET: "{store}: choose a new password",
}
"""The subjects that the database writes, in English; a web shop may have written another."""
KINDS = {
    MailType.CONFIRMATION: MailKind.CONFIRMATION,
    MailType.SHIPPED: MailKind.SHIPPED,
    MailType.CANCELLED: MailKind.CANCELED,
    MailType.VERIFICATION: MailKind.VERIFICATION,
    MailType.PASSWORD_RESET: MailKind.PASSWORD,
}
"""The kinds of e-mails, where what they tell of was not sold at a till."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A line under those of an order."""

    words: str
    amount: str
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class EmailFormat:
    """How money and time are written in an e-mail."""

    language: str
    zone: ZoneInfo

    def say(self, english: str) -> str:
        """Return a text in the language, its {holes} still empty."""
        return translation(self.language).text(english)

    def percent(self, rate: Decimal) -> str:
        """Write a rate: 0.0825 is "8.25%"."""
        return amounts.percent(rate, self.language)

    def money(self, money: Money) -> str:
        """Write an amount with its currency's sign."""
        return amounts.bare(amounts.written(money, self.language))

    def day(self, when: datetime) -> str:
        """Write the day of an instant, UTC without zone."""
        local = moments.local(when, self.zone)
        pattern = moments.day_pattern(self.language, "yMMMMd")
        return str(format_date(local.date(), pattern, locale=self.language))

    def moment(self, when: datetime) -> str:
        """Write an instant with its zone: whoever reads it may be elsewhere."""
        return moments.with_zone(when, self.zone, self.language)


def email_of(
    mail: QueuedEmail,
    news: OrderNews | LinkNews,
    settings: MailSettings,
    *,
    has_glance: bool = True,
) -> Email:
    """Write an e-mail that was queued, with what the store itself writes where there is any.

    `has_glance` writes the hidden line that mail programs show beside the subject.
    """
    written = _format_of(settings, settings.time_zone)
    values: dict[str, Any] = {"news": news, "has_glance": has_glance}
    if isinstance(news, OrderNews):
        written = _format_of(settings, news.order.time_zone)
        values |= _about_order(news, written, settings.carriers)
    kind = _kind_of(mail.type, news)
    own, fill = settings.texts.get(kind, MailText()), _placeholders(news, values, settings, written)
    values["own"] = filled_words(own.words, kind, fill)
    subject = filled_subject(own.subject, kind, fill)
    values["subject"] = subject = subject or _subject(mail, news, settings, written)
    text, html = _filled(mail.type.value, values, settings, written)
    return Email(id=mail.id, recipient=mail.recipient, subject=subject, text=text, html=html)


def _kind_of(mail: MailType, news: OrderNews | LinkNews) -> MailKind:
    is_sale = isinstance(news, OrderNews) and news.order.register is not None
    return MailKind.RECEIPT if is_sale and mail is MailType.CONFIRMATION else KINDS[mail]


def _placeholders(
    news: OrderNews | LinkNews, about: Mapping[str, Any], settings: MailSettings,
    written: EmailFormat,
) -> dict[str, str]:  # fmt: skip
    """Return what is filled into the store's own words; "" where this e-mail has nothing."""
    store = settings.letterhead.name
    if isinstance(news, LinkNews):
        until = written.moment(news.expires_at)
        return {"store": store, "customer": news.name, "valid_until": until}
    order = news.order
    return {
        "store": store,
        "customer": order.customer or "",
        "order_number": order.order_number,
        "order_date": written.day(order.sold_at),
        "total": written.money(order.total),
        "paid": written.money(about["paid"]) if about["paid"] else "",
        "carrier": about["carrier"],
        "tracking_number": news.tracking,
        "tracking_link": about["tracking_link"],
    }


def trial_email(key: UUID, recipient: str, settings: MailSettings) -> Email:
    """Write the test e-mail."""
    written = _format_of(settings, settings.time_zone)
    subject = written.say("{store}: a test").format(store=settings.letterhead.name)
    values = {"subject": subject, "has_glance": False}
    text, html = _filled("test", values, settings, written)
    return Email(id=key, recipient=recipient, subject=subject, text=text, html=html)


def _subject(
    mail: QueuedEmail, news: OrderNews | LinkNews, settings: MailSettings, written: EmailFormat
) -> str:
    """Return the subject in the language of the e-mail, if it is one of the database's own."""
    english = SUBJECTS[mail.type]
    number = news.order.order_number if isinstance(news, OrderNews) else ""
    known = {"store": settings.letterhead.name, "number": number}
    is_ours = english.format(**known) == mail.subject
    return written.say(english).format(**known) if is_ours else mail.subject


def _about_order(news: OrderNews, written: EmailFormat, used: carriers.Used) -> dict[str, Any]:
    order = news.order
    carrier = carriers.carrier_of(news.tracking, news.carrier, used)
    paid = [payment.amount.amount for payment in order.payments]
    return {
        "sums": _sums(order, written),
        "paid": Money(sum(paid, Decimal(0)), order.total.currency) if paid else None,
        "fiscal": record_words(order.fiscal, written.say),
        "is_here": order.register is not None,
        "is_late": news.reason.startswith(EXPIRED),
        "carrier": carrier.name if carrier else "",
        "tracking_link": carrier.link(carriers.cleaned(news.tracking)) if carrier else "",
    }


def _sums(order: Receipt, written: EmailFormat) -> list[Sum]:
    """Return what stands under the lines, down to the total, and below it the tax that is in it."""
    say = written.say
    is_added = order.tax_mode is TaxMode.EXCLUSIVE
    sums = []
    if order.shipping or (is_added and order.tax_lines):
        sums.append(Sum(say("Subtotal"), written.money(order.subtotal)))
    if order.shipping:
        sums.append(Sum(say("Shipping"), written.money(order.shipping)))
    words = say("{tax} {rate}") if is_added else say("{tax} {rate}, included")
    taxes = [
        Sum(
            words.format(tax=tax.name, rate=written.percent(tax.rate)),
            written.money(Money(tax.tax, order.total.currency)),
        )
        for tax in order.tax_lines
    ]
    total = Sum(say("Total"), written.money(order.total), is_total=True)
    return [*sums, *taxes, total] if is_added else [*sums, total, *taxes]


def _filled(
    name: str, values: dict[str, Any], settings: MailSettings, written: EmailFormat
) -> tuple[str, str]:
    """Fill the two templates of a mail: the plain text and the HTML."""
    values |= {"head": settings.letterhead, "rule": "-" * WIDTH, "pair": _pair}
    text, html = (
        _templates(written).get_template(f"{name}.{kind}").render(values)
        for kind in ("txt", "html")
    )
    return text.strip() + "\n", html


@lru_cache(maxsize=16)
def _templates(written: EmailFormat) -> Environment:
    """Return the templates of a language; HTML ones escape what people wrote."""
    made = Environment(
        loader=FileSystemLoader(resources_folder() / "mails"),
        autoescape=select_autoescape(("html",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {"money": written.money, "day": written.day, "moment": written.moment}
    wrapped = partial(fill, width=WIDEST, break_long_words=False, break_on_hyphens=False)
    made.filters |= {"fill": _fill, "wrap": wrapped}
    made.globals |= {"tr": written.say, "language": written.language}
    return made


def _format_of(settings: MailSettings, zone: str) -> EmailFormat:
    """Return the format of the store's language, or of English if nobody translated to it."""
    return EmailFormat(language_of(settings.language), moments.zone(zone))


@pass_eval_context
def _fill(escaping: EvalContext, text: str, **values: object) -> str:
    """Fill the {holes} of a text; in HTML, whatever is no HTML is escaped."""
    return (Markup(escape(text)) if escaping.autoescape else text).format(**values)  # noqa: S704


def _pair(left: str, right: str) -> str:
    """Put words at the left and an amount at the right of a plain line."""
    room = WIDTH - len(right) - 1
    first, *rest = wrap(left, room) or [""]
    return "\n".join([first.ljust(room) + " " + right, *rest])
