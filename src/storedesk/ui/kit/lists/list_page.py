"""The base of a page with one long list, its filters above and the chosen record beside it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QFocusEvent

from storedesk.domain.scans import read, unwrapped
from storedesk.ui.kit.base.banner import EmptyState, Step
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.search import SearchField
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.kit.lists.arrangement import Arrangement
from storedesk.ui.kit.lists.empty import NOTHING, Next, Said, unmatched
from storedesk.ui.kit.lists.habits import Habits
from storedesk.ui.kit.lists.list_actions import ListActions
from storedesk.ui.kit.lists.list_spec import ListSpec
from storedesk.ui.kit.lists.scope import EVERYTHING, SearchScope
from storedesk.ui.kit.lists.tick_table import TickTable
from storedesk.ui.kit.looks.cards import Card
from storedesk.ui.kit.looks.keys import written
from storedesk.ui.kit.looks.labels import muted

R = TypeVar("R")
SEARCH_WIDTH = 280


class ListPage(ListActions[R]):
    """Asks for its list anew when a person narrows or sorts it, and again after news."""

    apart: ClassVar[frozenset[str]] = frozenset()
    """Tabs that a search does not leave: what they have is nowhere else."""
    unchosen: EmptyState | None = None
    """What stands beside the list while nothing is chosen; silent where nothing could be."""
    _sought: UUID | None = None
    """The record that is to be chosen as soon as the list is there."""
    _sent = _code = ""
    """What was scanned last."""
    _behind: list[Callable[[], object]] | None = None
    """What was typed behind a scan that is being looked up; None while none is."""

    def list_up(self, spec: ListSpec[R], habits: Habits) -> Card:
        """Make table, tabs and search; the card with the table in it is to be laid out.

        `habits` has how this person arranges lists.
        """
        self.emptiness = spec.empty
        self.renew_by(spec.news)
        self.table, self.tabs = table, tabs = spec.table(self.desk), spec.tab_row()
        self.arrangement = Arrangement(table, spec.id, habits)
        self.search = SearchField(spec.hint, width=SEARCH_WIDTH)
        self.search.setMinimumWidth(SEARCH_WIDTH)
        self.count = muted()
        tabs.chosen.connect(lambda _: self.turned())  # before the list is asked for anew
        self.scope = SearchScope(self.search, tabs, self.turned, self.apart)
        for signal in (self.search.searched, tabs.chosen, table.sort_changed):
            signal.connect(self.ask_anew)
        self.search.left_down.connect(self._into_list)
        table.chosen_changed.connect(lambda: self._jobs.restart(self.show_chosen))
        table.counted.connect(self._tell_count)
        if isinstance(table, TickTable):
            table.ticks_changed.connect(self._tell_count)
        table.failed.connect(self.refuse)
        table.editing.start = self.start
        card = Card(margin=4, gap=0)
        card.add(table, stretch=1)
        return card

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: the list takes the keyboard. A focus proxy would hide the rest from Tab."""
        super().focusInEvent(event)
        self.table.setFocus(event.reason())

    def unsaved(self) -> str:
        """Return whose cell in the list has something unsaved typed over it, or ""."""
        return self.table.editing.unsaved()

    def narrowed(self) -> Mapping[str, Any]:
        """Return the keywords that narrow the list, as the source's services take them."""
        raise NotImplementedError

    def counted(self, count: int) -> str:
        """Say how many rows the list has."""
        raise NotImplementedError

    def widen(self) -> None:
        """Narrow the list by nothing."""
        self.search.clear()
        self.scope.forget()
        self.tabs.choose(EVERYTHING)
        self.turned()

    def turned(self) -> None:
        """Handle the choice of another tab."""

    def placed(self, record: R) -> str:
        """Name a record that a search has found, and where it is."""
        raise NotImplementedError

    def look_for(self, words: str) -> None:
        """Search for `words` in everything, as if they had been typed."""
        self.widen()
        self.search.setText(words)
        self.search.setFocus()

    def show_tab(self, key: str) -> None:
        """Show all of a tab, whatever the list was narrowed to."""
        self.widen()
        self.tabs.choose(key)
        self.turned()
        self.reload()

    def widest(self) -> Mapping[str, Any]:
        """Return the keywords that narrow the list by nothing but words."""
        raise NotImplementedError

    def scanned(self, raw: str) -> None:
        """Find what was scanned, in the whole list; what is not there is said."""
        self._sent, self._code = raw, unwrapped(raw)
        self.look_up()

    def look_up(self) -> None:
        """Find what was scanned; what was typed behind a scan before it is dropped with that."""
        self._behind = []
        self._jobs.restart(self._look_up)

    @property
    def is_looking_up(self) -> bool:
        """Whether the record that was scanned last is on its way."""
        return self._behind is not None

    def behind_scan(self, act: Callable[[], object]) -> None:
        """Do `act`: at once, or as soon as what was scanned is chosen.

        Where nothing is found, or a question stands by then, it is dropped.
        """
        if self._behind is None:
            act()
        else:
            self._behind.append(act)

    async def looked_up(self) -> None:
        """Wait until what was scanned is found, or not."""
        await self._jobs.ended(self._look_up)

    async def _look_up(self) -> None:
        behind, is_found = self._behind, False
        try:
            is_found = await self.find_scanned()
        finally:
            if self._behind is behind:  # else another scan is looked up by now
                self._behind = None
        for act in behind or ():
            if is_found and self.isVisible() and covering() is None:
                act()

    async def find_scanned(self) -> bool:
        """List what the scanned code finds, and choose it if it is one; tell whether it is."""
        words, found = await self._first_found(self.widest())
        if not found:
            self.miss_scan(self._code, self.not_here(self._code))
            return False
        self.problem.hide()
        self.sounds.good()
        self.widen()
        self.search.show_words(words)
        self._sought = self.table.source.key(found[0]) if len(found) == 1 else None
        self.ask_anew()
        await self.shown()
        return len(found) == 1

    async def _first_found(self, narrowed: Mapping[str, Any]) -> tuple[str, Sequence[Any]]:
        """List what has a form of the scanned code, with that form: the first that finds any."""
        for words in read(self._sent).forms:
            wanted = {**narrowed, "search": words}
            if found := await self.table.source.first_page(self.table.sort, wanted):
                return words, found
        return self._code, ()

    async def shown(self) -> None:
        """Wait until the list is there that was asked for last, and the chosen record beside it."""
        for job in (self.refresh, self._display, self.show_chosen):
            await self._jobs.ended(job)
        await self.table.feed.idle()
        await self._jobs.ended(self.show_chosen)

    def not_here(self, code: str) -> str:
        """Say that nothing on this page has a code."""
        words = tr("Scanned {code}: nothing on this page has it.")
        return words.format(code=code)

    async def refresh(self) -> None:
        """Show what matches; on news the same list again, with nothing moving."""
        await self._display()
        await self.show_chosen()

    def show_record(self, key: UUID) -> None:
        """Show one record, whatever the list was narrowed to."""
        self.widen()
        self._sought = key
        self.reload()

    @Slot()
    def ask_anew(self) -> None:
        """Show another list: a person has narrowed or sorted it."""
        self._jobs.restart(self._display)

    def stop(self) -> None:
        """End every job of this page, and let none begin."""
        self.table.stop()
        self.search.stop()
        super().stop()

    async def _display(self) -> None:
        narrowed = self.narrowed()
        if narrowed != self.table.wanted:
            self.table.call_empty(*NOTHING)  # until it is known why
        self.in_order()
        await self.table.display(narrowed)
        is_empty = not self.table.rows.rowCount()
        self.table.call_empty(*(await self._why_empty(narrowed) if is_empty else NOTHING))
        if self.unchosen:
            self.unchosen.hush(is_so=is_empty)
        if self._sought is not None:
            await self.table.choose(self._sought)
            self._sought = None

    async def elsewhere(self, words: str, narrowed: Mapping[str, Any]) -> list[str]:
        """Name what fits words and is not shown, as the list is narrowed."""
        everywhere = {**self.widest(), "search": words}
        if narrowed == everywhere:
            return []
        return [
            self.placed(one)
            for one in await self.table.source.first_page(self.table.sort, everywhere)
        ]

    def is_filtered(self) -> bool:
        """Tell whether something narrows the list beside its tab and the words of the search."""
        return False

    async def has_any(self) -> bool:
        """Tell whether the list would have anything if nothing narrowed it."""
        everything = {**self.widest(), "search": ""}
        if self.table.wanted == everything:
            return bool(self.table.rows.rowCount())
        return bool(await self.table.source.first_page(self.table.sort, everything))

    async def _why_empty(self, narrowed: Mapping[str, Any]) -> Said:
        """Find out why the list is empty, where else what was searched for is, and what helps."""
        has_any, tab = await self.has_any(), self.tabs.current()
        if has_any and (words := self.search.wanted()):
            elsewhere = await self.elsewhere(words, narrowed)
            return *unmatched(words, elsewhere), (self._widening(words if elsewhere else ""),)
        is_filtered = self.is_filtered()
        said = self.emptiness.message(tab, has_any=has_any, is_filtered=is_filtered)
        if not has_any:
            return *said, tuple(map(self._step, self.emptiness.next_steps))
        is_hidden = is_filtered or tab not in self.emptiness.of_tabs
        return *said, ((self._widening(),) if is_hidden else ())

    def _step(self, following: Next) -> Step:
        run = partial(self.actions_at_hand.take_named, following.action)
        return Step(following.words, run, following.icon, written(following.key))

    def _widening(self, words: str = "") -> Step:
        """Return the step by which everything is listed, or all that has some words."""
        is_search_alone = bool(self.search.wanted()) and not words
        says = tr("Clear the search") if is_search_alone else tr("Clear the filters")
        clear = self._clear_search if is_search_alone else partial(self._list_all, words)
        return Step(says, clear, "x")

    def _clear_search(self) -> None:
        self.search.show_words("")
        self._show_all()

    def _list_all(self, words: str) -> None:
        self.widen()
        self.search.show_words(words)
        self._show_all()

    def _show_all(self) -> None:
        self.table.setFocus()
        self.ask_anew()

    def _tell_count(self) -> None:
        words = self.counted(self.table.rows.rowCount())
        if ticked := self.table.ticked_count():
            text = tr("{ticked} ticked of {counted}")
            words = text.format(ticked=ticked, counted=words)
        self.count.setText(self.as_of(words))

    def _into_list(self) -> None:
        self.table.setFocus()
        if self.table.rows.rowCount() and self.table.chosen_or_none() is None:
            self.table.selectRow(0)
