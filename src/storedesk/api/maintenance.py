"""What keeps a store tidy: old requests cleared away, unpaid orders canceled."""

from typing import Any

from sqlalchemy import Integer
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def purge() -> Command[dict[str, Any]]:
    """Clear away old requests, expired quotes and idle baskets; answers how many of each.

    Nothing while the clock is not believed, as `is_clock_believed` says.

    Refuses: append_only. It is tried again the next day.
    """
    return func.api.purge(type_=JSONB())


def range_products() -> Command[int]:
    """Note which letters are where in the order of names, for searches; answers in how many ranges.

    Nothing where few products have changed since. With a million products it takes some seconds.
    """
    return func.api.range_products(type_=Integer())


def expire_orders(most: int) -> Command[int]:
    """Cancel orders that nobody has paid in time, `most` at once; answers how many it were.

    Refuses: cash_needs_shift.
    """
    return func.api.expire_orders(most, type_=Integer())


def lift_pauses() -> Command[int]:
    """Let those in again whose pause for keeping others waiting is over; answers how many."""
    return func.api.lift_pauses(type_=Integer())
