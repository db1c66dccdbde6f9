"""What comes back without a receipt, as it is chosen item by item."""

from dataclasses import dataclass
from decimal import Decimal

from storedesk.domain.open_returns import DAYS, SoldItem, WantedItem
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.money import Money
from storedesk.ui.kit.forms.numbers import parse_quantity


@dataclass(slots=True, eq=False)
class OpenReturnLine:
    """An item, how many pieces of it come back in one condition, and what a piece is worth."""

    item: SoldItem
    value: Money
    count: int = 1
    restocked: bool = True

    @property
    def amount(self) -> Money:
        """Return what all pieces are worth, as prices have it."""
        return self.value * self.count


class OpenReturnDraft:
    """The items that come back; one of them is current, unless there is none yet."""

    def __init__(self) -> None:
        self.lines: list[OpenReturnLine] = []
        self.at = -1

    @property
    def current(self) -> OpenReturnLine | None:
        """Return the line that keys act on."""
        return self.lines[self.at] if self.lines else None

    @property
    def pieces(self) -> int:
        """Return how many pieces come back."""
        return sum(line.count for line in self.lines)

    def has(self, item: SoldItem) -> bool:
        """Tell whether pieces of an item are among what comes back."""
        return any(_is_same(line.item, item) for line in self.lines)

    def wanted(self) -> tuple[WantedItem, ...]:
        """Return what comes back, as it is sent."""
        return tuple(
            WantedItem(
                line.item.product_id, line.item.variant_id, line.count, line.restocked, line.value
            )
            for line in self.lines
        )

    def add(self, item: SoldItem) -> None:
        """Take one piece more of an item, to the shelf where nothing else is said."""
        line = self._line(item, restocked=True)
        if line is None:
            self.lines.append(OpenReturnLine(item, item.lowest))
            self.at = len(self.lines) - 1
        else:
            line.count += 1
            self.choose(line)

    def go(self, by: int) -> None:
        """Make the line `by` further down the current one; stops at both ends."""
        self.at = min(max(self.at + by, 0), len(self.lines) - 1)

    def choose(self, line: OpenReturnLine) -> None:
        """Make a line the current one."""
        self.at = self.lines.index(line)

    def step(self, by: int) -> None:
        """Take more or fewer pieces of the current line; one that has none left goes."""
        if line := self.current:
            self.put(line.count + by)

    def put(self, count: int) -> None:
        """Set how many pieces of the current line come back; with none it goes."""
        if line := self.current:
            line.count = count
            if count < 1:
                self._drop(line)

    def put_typed(self, text: str) -> None:
        """Set it to a number that was typed. Refused: as parse_quantity."""
        self.put(parse_quantity(text, smallest=0))

    def be_restocked(self, is_so: bool) -> None:  # noqa: FBT001 - the one thing it is told
        """Say whether the current pieces can be sold again; those of the item that can are one."""
        line = self.current
        if line is None or line.restocked is is_so:
            return
        other = self._line(line.item, restocked=is_so)
        line.restocked = is_so
        if other is not None:
            line.count += other.count
            self._drop(other)
            self.choose(line)

    def be_worth(self, amount: Decimal) -> None:
        """Set what a piece of the current line is worth. Refused: open_return_too_dear."""
        if line := self.current:
            most = line.item.lowest
            if amount > most.amount:
                raise Refused(
                    "open_return_too_dear",
                    name=line.item.name,
                    most=str(most.amount),
                    currency=most.currency,
                    days=DAYS,
                )
            line.value = Money(amount, most.currency)

    def _line(self, item: SoldItem, *, restocked: bool) -> OpenReturnLine | None:
        same = (
            line for line in self.lines if _is_same(line.item, item) and line.restocked is restocked
        )
        return next(same, None)

    def _drop(self, line: OpenReturnLine) -> None:
        self.lines.remove(line)
        self.at = min(self.at, len(self.lines) - 1)


def _is_same(one: SoldItem, other: SoldItem) -> bool:
    return (one.product_id, one.variant_id) == (other.product_id, other.variant_id)
