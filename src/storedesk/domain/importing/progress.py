"""Tell how far an import is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, TypeVar

T = TypeVar("T")
EVERY = 1_000
"""Things between two reports."""


class ImportStep(StrEnum):
    """What an import does, one after the other."""

    READING = "reading"
    CHECKING = "checking"
    WRITING = "writing"
    OPENING = "opening"
    """The stock of new products."""
    SETTING = "setting"
    """The stock of known products."""
    ADDING = "adding"
    """Lines of past sales."""


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far a step is."""

    step: ImportStep
    done: int
    """Lines, products or rows."""
    of: int | None = None
    """How many there are; None while nobody knows."""
    share: float | None = None
    """What part is done, from 0 to 1; None: done by of."""

    @property
    def part(self) -> float:
        """What part is done, from 0 to 1."""
        if self.share is not None:
            return self.share
        return min(1.0, self.done / self.of) if self.of else 1.0


Report: TypeAlias = Callable[[ImportProgress], object]
"""Hears how far an import is; what it raises ends the work."""


class Counter:
    """Reports a step whose number of things is known, as further ones are done."""

    def __init__(self, step: ImportStep, of: int, report: Report | None) -> None:
        self._step, self._of, self._report, self._done = step, of, report, 0
        self.add(0)

    def add(self, number: int) -> None:
        """Count so many further ones."""
        self._done = min(self._of, self._done + number)
        if self._report and self._of:
            self._report(ImportProgress(self._step, self._done, self._of))


def counted(things: Sequence[T], step: ImportStep, report: Report | None) -> Iterator[T]:
    """Yield things, and report every thousand of them."""
    counter = Counter(step, len(things), report)
    for at, thing in enumerate(things, 1):
        yield thing
        if at % EVERY == 0 or at == len(things):
            counter.add(at % EVERY or EVERY)
