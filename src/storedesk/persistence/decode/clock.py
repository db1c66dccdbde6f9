"""Decode what the database answers about its clock."""

from storedesk.domain.clock import ClockState
from storedesk.persistence.decode.answer import Document
from storedesk.persistence.rows.instants import instant


def clock_state(payload: Document) -> ClockState:
    """Read what is known of the clock."""
    ahead = payload["ahead"]
    return ClockState(
        now=instant(payload["now"]),
        believed_at=instant(payload["believed_at"]),
        is_believed=payload["is_believed"],
        ahead=(ahead["number"], instant(ahead["at"])) if ahead else None,
    )
