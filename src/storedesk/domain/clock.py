"""Find what is odd about the clock of the store's database."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from storedesk.domain.refusals.errors import Refused

APART = timedelta(minutes=10)
"""How far two clocks may differ before it is reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockState:
    """What the database says of its clock. All instants are UTC without zone."""

    now: datetime
    believed_at: datetime
    """When it was last trusted."""
    is_believed: bool
    """Whether it has advanced in small steps since; otherwise nothing is deleted by age."""
    ahead: tuple[str, datetime] | None = None
    """An order that was placed after now, and when."""


def oddities(
    state: ClockState, write: Callable[[datetime], str], here: datetime | None = None
) -> Iterator[Refused]:
    """Say what is odd, the worst first. `here` is the time by this computer, where that is another.

    `write` writes an instant for whoever reads it.
    """
    now = write(state.now)
    if state.ahead:
        number, at = state.ahead
        yield Refused("clock_behind", now=now, number=number, at=write(at))
    if not state.is_believed:
        yield Refused("clock_jumped", now=now, before=write(state.believed_at))
    if here and abs(here - state.now) > APART:
        yield Refused("clock_here_differs", now=now, here=write(here))
