"""Decode what was measured of a line: its weight, and the price of a kilogram."""

from decimal import Decimal

from storedesk.domain.measures import LineMeasure, MeasureSource
from storedesk.domain.values.money import Money
from storedesk.persistence.decode.answer import Document


def measure(payload: Document | None, currency: str) -> LineMeasure | None:
    """Read what was measured of a line; an answer kept by an earlier version has none."""
    if payload is None:
        return None
    weight, price = payload["weight"], payload["kilo_price"]
    return LineMeasure(
        MeasureSource(payload["source"]),
        None if weight is None else Decimal(weight),
        None if price is None else Money(Decimal(price), currency),
    )
