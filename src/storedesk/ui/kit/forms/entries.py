"""Hold what a chooser offers, flat or as a tree, and find it by words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from storedesk.domain.values.folding import folded, forms, search_words

BELOW = " / "
"""Between the names of a path."""
MANY = 8
"""How many there are at most without a field to look for one."""
UNFOLDED = 40
"""Up to so many rows a tree is shown whole."""
_BEGINS, _WORD, _WITHIN, _ABOVE = range(4)
"""How well words fit: the name begins with them, a word of it, within it, only what is above."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to choose: its key, its name (translated), and how deep in the tree it is."""

    key: Any
    name: str
    depth: int = 0
    remark: str = ""
    """Shown behind the name, more quietly, and found too."""
    can_be_taken: bool = True
    """Else it is there for what lies in it."""


@dataclass(frozen=True, slots=True)
class FoundEntries:
    """The rows to show for some words: those that fit, and what they lie in."""

    rows: Sequence[int]
    hits: frozenset[int]
    best: int
    """The row that fits best; -1 where none does."""


class Entries:
    """Entries in the order in which they are shown, parents before what lies in them."""

    def __init__(self, given: Iterable[Entry] = ()) -> None:
        self.all = tuple(given)
        self.above = _parents(self.all)
        self.is_tree = any(row >= 0 for row in self.above)
        self.filled = frozenset(row for row in self.above if row >= 0)
        """The rows that others lie in."""
        self.paths: list[str] = []
        for one, over in zip(self.all, self.above, strict=True):
            self.paths.append(f"{self.paths[over]}{BELOW}{one.name}" if over >= 0 else one.name)
        self._rows = {one.key: row for row, one in reversed([*enumerate(self.all)])}

    def can_take(self, row: int) -> bool:
        """Tell whether a row is one of the choices."""
        return 0 <= row < len(self.all) and self.all[row].can_be_taken

    def row(self, key: object) -> int:
        """Return the row of a key; -1 where there is none."""
        return self._rows.get(key, -1)

    def chain(self, row: int) -> list[int]:
        """Return the rows in which a row lies, the nearest first."""
        chain = []
        while row >= 0 and (row := self.above[row]) >= 0:
            chain.append(row)
        return chain

    def unfolded(self, open_rows: frozenset[int] | set[int]) -> list[int]:
        """Return the rows to be seen where only `open_rows` show what lies in them."""
        seen: list[int] = []
        shown: set[int] = set()
        for row, over in enumerate(self.above):
            if over < 0 or (over in shown and over in open_rows):
                shown.add(row)
                seen.append(row)
        return seen

    def find(self, words: str) -> FoundEntries:
        """Return what has every one of some words in its name, its remark, or what it lies in."""
        known, begin = forms(words), folded(words)
        hits = [
            row
            for row, text in enumerate(self._texts)
            if all(any(form in text for form in one) for one in known)
            and self.all[row].can_be_taken
        ]
        ranks = {row: self._rank(row, known, begin) for row in hits}
        exact = self.exact(words)
        best = min(hits, key=lambda row: (row != exact, ranks[row], row), default=-1)
        if not self.is_tree:
            return FoundEntries(sorted(hits, key=ranks.__getitem__), frozenset(hits), best)
        with_parents = set(hits).union(*(self.chain(row) for row in hits))
        return FoundEntries(sorted(with_parents), frozenset(hits), best)

    def exact(self, words: str) -> int:
        """Return the row whose path or name is what is typed, without its accents; else -1."""
        wanted = folded(words)
        return self._exact.get(wanted, -1) if wanted else -1

    def first_with(self, beginning: str, after: int) -> int:
        """Return the next row behind `after` whose name begins so, round the end; else -1."""
        wanted = folded(beginning)
        order = [*range(after, len(self.all)), *range(after)] if wanted else []
        return next((row for row in order if folded(self.all[row].name).startswith(wanted)), -1)

    @cached_property
    def _own(self) -> list[str]:
        return [search_words(f"{one.name} {one.remark}") for one in self.all]

    @cached_property
    def _texts(self) -> list[str]:
        """What is looked into: own words and those of all that a row lies in."""
        texts: list[str] = []
        for own, over in zip(self._own, self.above, strict=True):
            texts.append(f"{texts[over]}{own}" if over >= 0 else own)
        return texts

    @cached_property
    def _exact(self) -> dict[str, int]:
        named = {folded(one.name): row for row, one in reversed([*enumerate(self.all)])}
        return named | {folded(path): row for row, path in enumerate(self.paths)}

    def _rank(self, row: int, known: list[tuple[str, ...]], begin: str) -> int:
        own = self._own[row]
        if own.startswith(f" {begin}"):
            return _BEGINS
        if f" {begin}" in own:
            return _WORD
        is_own = any(form in own for form in known[-1]) if known else True
        return _WITHIN if is_own else _ABOVE


def _parents(entries: Sequence[Entry]) -> list[int]:
    """Return the row above each: the last one before it that is less deep; -1 at the top."""
    parents: list[int] = []
    chain: list[int] = []
    for row, one in enumerate(entries):
        while chain and entries[chain[-1]].depth >= one.depth:
            chain.pop()
        parents.append(chain[-1] if chain else -1)
        chain.append(row)
    return parents
