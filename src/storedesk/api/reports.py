"""What sales reports need: the sums of days that are over."""

from typing import Any

from sqlalchemy.dialects.postgresql import JSONB

from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def sum_days() -> Command[dict[str, Any]]:
    """Sum up days that are over, some at a time, and the months of such days.

    Answers `days`, how many sums were made now, and whether all are there, `is_done`. The first
    calls after midnight make none: what was written on the day before has to end.
    """
    return func.api.sum_days(type_=JSONB())
