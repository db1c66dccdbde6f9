"""The calls that make promotions, change them and end them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Integer, Numeric, Uuid, literal
from sqlalchemy.dialects.postgresql import ARRAY

from storedesk.domain.promotions import ItemKind, PromotionItem, PromotionKind
from storedesk.persistence.decode.answer import Answer, Document
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class PromotionTerms:
    """What a promotion is, as somebody has typed it."""

    name: str
    kind: PromotionKind
    value: Decimal
    first_day: date
    last_day: date
    items: tuple[PromotionItem, ...]


def make_promotion(request: UUID, *, terms: PromotionTerms) -> Command[UUID]:
    """Make a promotion; answer its id.

    Refuses: category_not_found, product_not_found, promotion_days, promotion_empty,
    promotion_nameless, promotion_over, promotion_value, variant_not_found.
    """
    return func.api.make_promotion(request, *_given(terms), type_=Answer(_made))


def change_promotion(
    request: UUID, *, promotion_id: UUID, seen: int, terms: PromotionTerms
) -> Command[UUID]:
    """Change a promotion that is not over, from now on; `seen` is the version that was read.

    Refuses: category_not_found, changed_meanwhile, product_not_found, promotion_days,
    promotion_empty, promotion_nameless, promotion_not_found, promotion_over, promotion_value,
    variant_not_found.
    """
    return func.api.change_promotion(
        request, promotion_id, literal(seen, Integer()), *_given(terms), type_=Answer(_made)
    )


def end_promotion(request: UUID, *, promotion_id: UUID, seen: int) -> Command[UUID]:
    """End a promotion now; one that has not begun never begins.

    Refuses: changed_meanwhile, promotion_not_found, promotion_over.
    """
    return func.api.end_promotion(
        request, promotion_id, literal(seen, Integer()), type_=Answer(_made)
    )


def _given(terms: PromotionTerms) -> tuple[Any, ...]:
    return (
        terms.name, str(terms.kind), literal(terms.value, Numeric()),
        literal(terms.first_day, Date()), literal(terms.last_day, Date()),
        *(literal(_ids(terms.items, kind), ARRAY(Uuid())) for kind in ItemKind),
    )  # fmt: skip


def _ids(items: Iterable[PromotionItem], kind: ItemKind) -> list[UUID]:
    return [one.id for one in items if one.kind == kind]


def _made(payload: Document) -> UUID:
    return UUID(payload["promotion_id"])
