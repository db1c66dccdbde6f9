"""Decode what the database answers about its clock."""

from storedesk.domain.clock import ClockState
from storedesk.persistence.decode.till import Document
from storedesk.persistence.rows.instants import instant


def clock_state(told: Document) -> ClockState:
    """Read what is known of the clock."""
    ahead = told["ahead"]
    return ClockState(
        now=instant(told["now"]),
        believed_at=instant(told["believed_at"]),
        is_believed=told["is_believed"],
        ahead=(ahead["number"], instant(ahead["at"])) if ahead else None,
    )
