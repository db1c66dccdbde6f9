"""What products cost the store."""

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Integer, Numeric, Uuid, literal
from sqlalchemy.dialects.postgresql import ARRAY

from storedesk.domain.costs import Cost
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def set_cost(
    request: UUID, product_id: UUID, *, cost: Decimal | None, variant_id: UUID | None = None
) -> Command[int]:
    """Say what a piece costs from today on; None: that it is not known any more.

    Answers 0 where it was known, else 1. A variant without a cost of its own has its product's.

    Refuses: lists_differ.
    """
    return func.api.set_cost(request, product_id, variant_id, cost, type_=Integer())


def import_costs(request: UUID, told: Iterable[Cost]) -> Command[int]:
    """Say what pieces of many products cost from today on; answers how many were not known yet.

    Refuses: lists_differ.
    """
    listed = list(told)
    products, variants = [one.product_id for one in listed], [one.variant_id for one in listed]
    costs = [one.cost for one in listed]
    return func.api.import_costs(
        request,
        literal(products, ARRAY(Uuid())),
        literal(variants, ARRAY(Uuid())),
        literal(costs, ARRAY(Numeric())),
        type_=Integer(),
    )
