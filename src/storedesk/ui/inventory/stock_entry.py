"""What a stock form is filled with, and what its numbers mean."""

from dataclasses import dataclass
from decimal import Decimal

from storedesk.domain.bounds import Bound
from storedesk.domain.inventory import Reason, StockLine
from storedesk.domain.staff import Me
from storedesk.ui.inventory.labels import StockCommand


@dataclass(frozen=True, slots=True)
class StockEntry:
    """The content of a filled form."""

    command: StockCommand
    number: int
    reason: Reason
    remark: str
    cost: Decimal | None = None
    """What a received piece costs; None leaves that as it is."""


def bounds(command: StockCommand, me: Me) -> tuple[int, int]:
    """Return the smallest and the largest number that may be typed."""
    match command:
        case StockCommand.ADJUST:
            return -me.most(Bound.MOVED_PIECES), me.most(Bound.MOVED_PIECES)
        case StockCommand.RECEIVE:
            return 1, me.most(Bound.MOVED_PIECES)
        case StockCommand.SET:
            return 0, me.most(Bound.ON_HAND)
        case StockCommand.REORDER_POINT:
            return 0, me.most(Bound.THRESHOLD)


def afterwards(line: StockLine, command: StockCommand, number: int) -> int:
    """Return the pieces on hand, or the reorder point, after `command` with `number`."""
    return (
        line.stock.on_hand + number
        if command in {StockCommand.ADJUST, StockCommand.RECEIVE}
        else number
    )
