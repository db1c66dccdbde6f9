"""What of an order comes back, as it is chosen line by line."""

from dataclasses import dataclass

from storedesk.domain.fulfillment import ReturnedLine
from storedesk.domain.order_details import Order, SoldLine
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.forms.numbers import parse_quantity


@dataclass(slots=True)
class ReturnDraftLine:
    """A line of the order, how many pieces of it come back, and whether they can be sold again."""

    sold: SoldLine
    count: int = 0
    restocked: bool = True

    @property
    def words(self) -> str:
        """Return its name and description."""
        return " ".join(part for part in (self.sold.name, self.sold.description) if part)


class ReturnDraft:
    """The lines of an order, one of them current, in one condition each."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.lines = [ReturnDraftLine(line) for line in order.lines]
        can = (at for at, line in enumerate(self.lines) if line.sold.returnable)
        self.at = next(can, 0)

    @property
    def current(self) -> ReturnDraftLine:
        """Return the line that keys act on."""
        return self.lines[self.at]

    @property
    def pieces(self) -> int:
        """Return how many pieces come back."""
        return sum(line.count for line in self.lines)

    def chosen(self) -> tuple[ReturnedLine, ...]:
        """Return what comes back, as it is sent."""
        return tuple(
            ReturnedLine(line.sold.id, line.count, line.restocked)
            for line in self.lines
            if line.count
        )

    def go(self, by: int) -> None:
        """Make the line `by` further down the current one; stops at both ends."""
        self.at = min(max(self.at + by, 0), len(self.lines) - 1)

    def choose(self, line: ReturnDraftLine) -> None:
        """Make a line the current one."""
        self.at = self.lines.index(line)

    def tick(self) -> None:
        """Take one piece of the current line back, or none of it after all."""
        self.put(0 if self.current.count else 1)

    def step(self, by: int) -> None:
        """Take more or fewer pieces of the current line back. Refused: return_too_many."""
        self.put(max(0, self.current.count + by))

    def put(self, count: int) -> None:
        """Set how many pieces of the current line come back. Refused: return_too_many."""
        line = self.current
        if count > line.sold.returnable:
            raise Refused("return_too_many", name=line.sold.name, left=line.sold.returnable)
        line.count = count

    def put_typed(self, text: str) -> None:
        """Set it to a number that was typed. Refused: as parse_quantity, return_too_many."""
        self.put(parse_quantity(text, smallest=0))

    def be_restocked(self, is_so: bool) -> None:  # noqa: FBT001 - the one thing it is told
        """Say whether the pieces of the current line can be sold again."""
        self.current.restocked = is_so

    def add(self, lines: list[ReturnDraftLine]) -> None:
        """Take one more piece back of the first of some lines that has one left.

        Refused: return_too_many, where none has.
        """
        free = [one for one in lines if one.count < one.sold.returnable]
        self.choose(free[0] if free else lines[0])
        self.step(1)

    def find(self, words: str) -> list[ReturnDraftLine]:
        """Return the lines whose name and description have all of some words."""
        wanted = words.casefold().split()
        return [line for line in self.lines if all(one in line.words.casefold() for one in wanted)]

    def renew(self, order: Order) -> None:
        """Take the order as it is now: of what came back elsewhere, no more is chosen."""
        before = {line.sold.id: line for line in self.lines}
        self.order = order
        self.lines = [
            ReturnDraftLine(line, min(was.count, line.returnable), was.restocked)
            for line in order.lines
            for was in (before.get(line.id, ReturnDraftLine(line)),)
        ]
        self.go(0)
