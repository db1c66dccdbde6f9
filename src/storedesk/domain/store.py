"""Define the settings of a store, as they are asked for when it is made."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from zoneinfo import ZoneInfo

from storedesk.domain.carriers import Used
from storedesk.domain.logo import StoreLogo
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.replica_address import ReplicaAddress
from storedesk.domain.till import Method
from storedesk.domain.values import cash
from storedesk.domain.values.addresses import store_lines
from storedesk.domain.values.money import THOUSANDTHS, Money, check_amount, decimals, rounded
from storedesk.domain.values.tax import TaxMode
from storedesk.domain.values.text import line

LONGEST_ADDRESS = 500
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
_WEB_ADDRESS = re.compile(
    r"(?:https?://)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:/[^\s?#<>\"]*)?",
    re.IGNORECASE,
)
NOT_SET = "(not set)"
"""The default; the window asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSettings:
    """Name, address and rules of a store.

    Currency (ISO 4217), time zone (IANA) and tax mode are fixed once an order exists. The tax is
    that of the default class: what a product is taxed whose category and self name no other. Cash
    is rounded to `cash_rounding`, the smallest coin; change above `largest_note` is asked about.
    """

    name: str = NOT_SET
    street: str = NOT_SET
    city: str = NOT_SET
    state: str = ""
    postal_code: str = NOT_SET
    country: str = "US"
    currency: str = "USD"
    time_zone: str = "UTC"
    tax_mode: TaxMode = TaxMode.EXCLUSIVE
    tax_name: str = "Tax"
    tax_rate: Decimal = Decimal(0)
    language: str = "en"
    phone: str | None = None
    tax_id: str | None = None
    is_demo: bool = False
    logo: StoreLogo | None = None
    receipt_header: str = ""
    """Lines under the address on receipts, with placeholders: see `receipt_texts`."""
    receipt_footer: str = ""
    """The last lines; "" is StoreDesk's own."""
    carriers: Used = None
    """The carriers that it uses, in its order; None where it named none."""
    first_tender: Method = Method.CASH
    letters: Mapping[Method, str] = field(default_factory=dict, hash=False)
    """Those that were chosen for ways to pay; of the others: `tender_letters.letters`."""
    largest_note: Decimal = Decimal(100)
    cash_rounding: Decimal = Decimal("0.01")
    replica: ReplicaAddress | None = None
    """The server that reports are read from, where it is not the store's own."""
    pack_by_scan: bool = True
    """Whether the pieces of a shipment are scanned before it is shipped."""
    refund_limit: Decimal | None = None
    """Of a new store: what a cashier pays back at once without a manager; None is as usual."""
    refund_day_limit: Decimal | None = None
    """And in a business day."""

    def address_lines(self) -> tuple[str, ...]:
        """Return the address, line by line, as far as it was given."""
        return store_lines(
            street=self.street, city=self.city, state=self.state, postal_code=self.postal_code,
            country=self.country,
        )  # fmt: skip

    def in_cash(self, total: Money) -> Money:
        """Return what is to pay of `total` in cash, where the smallest coins are not in use."""
        return Money(cash.to_coin(total.amount, self.cash_rounding), total.currency)


def checked_rules(settings: StoreSettings) -> StoreSettings:
    """Return settings whose currency and time zone there are, and whose limits it can have.

    Refused: unknown_currency, currency_thousandths, unknown_time_zone, bad_amount,
    money_not_exact, money_too_big.
    """
    if not _CURRENCY.fullmatch(settings.currency):
        raise Refused("unknown_currency", currency=settings.currency)
    if settings.currency in THOUSANDTHS:
        raise Refused("currency_thousandths")
    for limit in (settings.refund_limit, settings.refund_day_limit):
        _check_limit(limit, settings.currency)
    try:
        ZoneInfo(settings.time_zone)
    except (KeyError, OSError, ValueError) as error:  # no zone, or one of a file elsewhere
        raise Refused("unknown_time_zone", time_zone=settings.time_zone) from error
    return settings


def _check_limit(limit: Decimal | None, currency: str) -> None:
    if limit is None:
        return
    check_amount(limit)
    if limit < 0:
        raise Refused("bad_amount")
    if limit != rounded(limit, decimals(currency)):
        raise Refused("money_not_exact", amount=str(limit))


def web_address(text: str) -> str:
    """Return the address of a web shop, with https:// where nothing is said; "" for none.

    Refuses what no browser could go to (web_address_unreadable).
    """
    cleaned = line(text, longest=LONGEST_ADDRESS - len("https://"))
    if not cleaned:
        return ""
    if not _WEB_ADDRESS.fullmatch(cleaned):
        raise Refused("web_address_unreadable")
    has_scheme = cleaned.lower().startswith(("http://", "https://"))
    return (cleaned if has_scheme else f"https://{cleaned}").rstrip("/")
