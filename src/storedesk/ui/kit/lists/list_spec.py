"""Declare a list page: what it asks for, what it shows, and what it says when empty."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, TypeVar
from uuid import UUID

from storedesk.ui.kit.lists.columns import Column, Sort
from storedesk.ui.kit.lists.empty import Emptiness
from storedesk.ui.kit.lists.renewal import RowNews
from storedesk.ui.kit.lists.source import DeskSource
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.lists.tabs import SegmentedTabs
from storedesk.ui.kit.lists.tick_table import TickTable

if TYPE_CHECKING:  # the kit is imported before the database's libraries are
    from storedesk.services.desk import Desk

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec(Generic[R]):
    """Everything in which one list page differs from the others."""

    id: str
    """Its fixed name, by which it is kept how a person has arranged it."""
    name: str
    """What a screen reader calls the list."""
    hint: str
    """What stands in the search field."""
    tabs: Sequence[tuple[str, str]]
    """Key and label of each tab, the first one chosen; the tab EVERYTHING narrows nothing."""
    tabs_name: str
    """What a screen reader calls the tabs."""
    columns: Sequence[Column[R]]
    sort: Sort
    """The order in which the list is shown first."""
    keys: Callable[..., bytes]
    first: Callable[..., Sequence[R]]
    records: Callable[..., Sequence[R]]
    """The queries of the list: see `DeskSource`."""
    key: Callable[[R], UUID] = attrgetter("id")
    """Returns the key of a record."""
    empty: Emptiness
    """What stands in place of the list while it has nothing."""
    news: RowNews | None = None
    """The news that change what rows show, and not which there are; None: there are none."""
    has_ticks: bool = False
    """Whether rows can be ticked, for a command on several at once."""

    def table(self, desk: "Desk") -> LongTable[R]:
        """Make the table; where rows can be ticked it is a TickTable."""
        kind = TickTable[R] if self.has_ticks else LongTable[R]
        source = DeskSource(
            desk, keys=self.keys, first=self.first, records=self.records, key=self.key
        )
        return kind(self.columns, source, name=self.name, sort=self.sort)

    def tab_row(self) -> SegmentedTabs:
        """Make the tabs."""
        return SegmentedTabs(self.tabs, name=self.tabs_name)
