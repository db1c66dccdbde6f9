"""Define promotions: lower prices for some days of the store's calendar."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from storedesk.domain.values.money import Money

NAME_LONGEST = 100


class PromotionKind(StrEnum):
    """What a promotion does to a price."""

    PERCENT = "percent"
    """Takes so many percent off."""
    PRICE = "price"
    """Is the price, whatever it was before."""
    AMOUNT = "amount"
    """Takes an amount off each piece."""


class PromotionState(StrEnum):
    """Where today is, seen from a promotion."""

    RUNNING = "running"
    COMING = "coming"
    PAST = "past"
    """Over, or ended before it was."""


class ItemKind(StrEnum):
    """What a promotion may be for."""

    CATEGORY = "category"
    """With all that is below it, also what is put there later."""
    PRODUCT = "product"
    VARIANT = "variant"


@dataclass(frozen=True, slots=True)
class PromotionItem:
    """A category, a product or a variant that a promotion is for."""

    kind: ItemKind
    id: UUID
    name: str
    """Of a variant with its product: "Shirt, M / Blue"."""


@dataclass(frozen=True, slots=True)
class Promotion:
    """A promotion as it is kept."""

    id: UUID
    name: str
    kind: PromotionKind
    value: Decimal
    """Percent off, the price, or what is taken off each piece."""
    first_day: date
    last_day: date
    """A whole day as the first is: until its last second."""
    ended_at: datetime | None
    """When somebody ended it, UTC without zone; None while nobody has."""
    version: int
    state: PromotionState
    items: tuple[PromotionItem, ...] = ()


@dataclass(frozen=True, slots=True)
class PromotedProduct:
    """A product or variant in the preview of a promotion."""

    name: str
    usual: Money
    price: Money
    """What it costs by the promotion alone, whatever else runs."""


@dataclass(frozen=True, slots=True)
class PromotionPreview:
    """What a promotion would do: how many items of the catalog it is for, and the first of them."""

    count: int
    lowered: int
    """Those of them whose price it lowers."""
    first: tuple[PromotedProduct, ...]
