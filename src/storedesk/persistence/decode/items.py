"""Decode what the searches of the till answer into domain values."""

from storedesk.domain.catalog import sha256_of
from storedesk.domain.measures import Measure
from storedesk.domain.till import FoundItem, FoundProduct
from storedesk.persistence.decode.answer import Document
from storedesk.persistence.decode.till import identity, lowered_from, money, optional_id


def item(payload: Document) -> FoundItem:
    """Read an item that was found."""
    return FoundItem(
        product_id=identity(payload["product_id"]),
        variant_id=optional_id(payload["variant_id"]),
        name=payload["name"],
        description=payload["description"],
        code=payload["code"],
        price=money(payload["price"], payload["currency"]),
        available=payload["available"],
        of_variants=payload["of_variants"],
        usual=lowered_from(payload.get("usual_price"), payload["price"], payload["currency"]),
        measure=_measure(payload),
    )


def found(payload: list[Document]) -> tuple[FoundProduct, ...]:
    """Read what a search has found."""
    return tuple(map(_found, payload))


def _found(payload: Document) -> FoundProduct:
    product, currency = identity(payload["product_id"]), payload["currency"]
    name, available = payload["name"], payload["available"]
    price, has_variants = money(payload["price"], currency), payload["has_variants"]
    measure = _measure(payload)
    return FoundProduct(
        FoundItem(
            product, None, name, None, payload["code"], price, available, of_variants=has_variants,
            usual=lowered_from(payload.get("usual_price"), payload["price"], currency),
            measure=measure,
        ),
        category=payload["category"],
        picture=sha256_of(payload["picture"]),
        variants=tuple(
            FoundItem(
                product, identity(one["variant_id"]), name, one["description"], one["code"],
                money(one["price"], currency), available, of_variants=True,
                usual=lowered_from(one.get("usual_price"), one["price"], currency),
                measure=measure,
            )
            for one in payload["variants"]
        ),
    )  # fmt: skip


def _measure(payload: Document) -> Measure | None:
    measure = payload.get("measure")
    return Measure(measure) if measure else None
