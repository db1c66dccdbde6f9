"""Keep the visible records of a long list: a few pages of a hundred."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from storedesk.ui.kit.lists.source import PAGE

R = TypeVar("R")

KEPT = 120
"""Pages that are remembered: 12,000 rows."""
AT_ONCE = 3
"""Pages that may be on their way."""


class PageCache(Generic[R]):
    """Remembers records by row. A row is a record, gone (deleted meanwhile), or not here yet."""

    def __init__(self) -> None:
        self._pages: OrderedDict[int, list[R | None]] = OrderedDict()

    def __contains__(self, page: object) -> bool:
        return page in self._pages

    def __len__(self) -> int:
        return len(self._pages)

    def record(self, row: int) -> R | None:
        """Return the record of `row`, if it is here."""
        page = self._pages.get(row // PAGE)
        at = row % PAGE
        return page[at] if page is not None and at < len(page) else None

    def keep(self, page: int, records: Iterable[R | None]) -> None:
        """Remember a page, and forget the one longest not asked for."""
        self._pages[page] = list(records)
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)

    def touch(self, pages: Iterable[int]) -> None:
        """Say that `pages` are in sight, so that they are forgotten last."""
        for page in pages:
            if page in self._pages:
                self._pages.move_to_end(page)

    def keep_only(self, pages: Iterable[int]) -> None:
        """Forget all pages but these: what the others have is asked for when it is looked at."""
        self._pages = OrderedDict((page, self._pages[page]) for page in pages if page in self)

    def change(self, row: int, record: R) -> None:
        """Remember another record of `row`, if its page is here."""
        if row // PAGE in self._pages:
            self._pages[row // PAGE][row % PAGE] = record

    def replace(self, pages: Mapping[int, list[R | None]]) -> None:
        """Forget all but `pages`: the list is another."""
        self._pages = OrderedDict(pages)


class Wanted:
    """Which pages to ask for next: the newest first, and none that is out of sight again."""

    def __init__(self) -> None:
        self._stack: list[int] = []
        self.on_their_way: set[int] = set()

    def ask(self, pages: Iterable[int]) -> None:
        """Put `pages`, the ones in sight, in place of whatever was wanted before."""
        self._stack = [page for page in pages if page not in self.on_their_way]

    def take(self) -> int | None:
        """Return the next page to fetch, or None when enough are on their way."""
        if not self._stack or len(self.on_their_way) >= AT_ONCE:
            return None
        page = self._stack.pop()
        self.on_their_way.add(page)
        return page

    def arrived(self, page: int) -> None:
        """Say that `page` is here, or has failed."""
        self.on_their_way.discard(page)

    def clear(self) -> None:
        """Want nothing more: the list is another."""
        self._stack.clear()
        self.on_their_way.clear()


def pages_of(rows: range) -> range:
    """Return the pages in which `rows` lie."""
    return range(rows.start // PAGE, (rows.stop - 1) // PAGE + 1) if rows else range(0)
