"""What whoever works in the store asks about its clock."""

from uuid import UUID

from storedesk.domain.clock import ClockState
from storedesk.persistence import clock
from storedesk.persistence.engine.database import Command


def look(_request: UUID) -> Command[ClockState]:
    """Look at the clock of the database; done twice it is the same."""
    return clock.look()
