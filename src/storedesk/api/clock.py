"""The clock of the database: looked at in passing, and asked about."""

from uuid import UUID

from storedesk.domain.clock import ClockState
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.decode.clock import clock_state
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def look_at_clock(_request: UUID) -> Command[ClockState]:
    """Look at the clock of the database; done twice it is the same."""
    return func.api.look_at_clock(type_=Answer(clock_state))
