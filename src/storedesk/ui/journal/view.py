"""Show who changed what, when and from what to what; verify that nobody changed that since."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from storedesk import queries
from storedesk.domain.journal import JournalLine
from storedesk.domain.seals import SealCheck
from storedesk.ui.context import PageContext
from storedesk.ui.journal.columns import columns
from storedesk.ui.journal.detail import JournalDetail, may_open
from storedesk.ui.journal.filters import JournalFilters
from storedesk.ui.journal.fiscal_dialog import FiscalDialog
from storedesk.ui.journal.verifying import SealCard
from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.lists.columns import Sort
from storedesk.ui.kit.lists.empty import Emptiness
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.kit.lists.list_spec import ListSpec
from storedesk.ui.kit.lists.scope import EVERYTHING
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import PageHeader, boxed, column, splitter
from storedesk.ui.kit.looks.filter_bar import FilterBar
from storedesk.ui.timeline.labels import what_label

WITHOUT_RECORD = ("store", "register", "limit", "tax_class")
"""What has a page, and no record of its own there."""


class JournalView(ListPage[JournalLine]):
    """List the entries of the journal, the newest first; beside it one of them, and the seals."""

    watches = frozenset({"products", "store_settings", "staff", "till_sessions", "registers"})
    row_menu = ("journal.open",)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self._is_verifying = self._is_called_off = False
        self.detail, self.filters = JournalDetail(context), JournalFilters(context)
        self.seals = SealCard(context.format)
        self.detail.record_wanted.connect(self.open_record)
        self.seals.cancel_wanted.connect(self.cancel)
        self._lay_out(context.actions)
        self.filters.changed.connect(self.ask_anew)
        self.table.opened.connect(lambda _: self.open_record())

    def hears_scans(self) -> bool:
        """Tell that nothing is scanned here: a code that is searched for is typed."""
        return False

    def narrowed(self) -> dict[str, Any]:
        """Return the filters of the list."""
        return {"search": self.search.wanted(), **self.filters.wanted()}

    def widest(self) -> dict[str, Any]:
        """Return filters that leave nothing out."""
        return {"kind": None, "login": None, "since": None, "until": None}

    def widen(self) -> None:
        """Narrow the list by nothing."""
        self.filters.forget()
        super().widen()

    def is_filtered(self) -> bool:
        """Tell whether a period, a kind or a person narrows the list."""
        return self.filters.is_set()

    def placed(self, record: JournalLine) -> str:
        """Return what was done, and when."""
        return f"{what_label(record)} ({self.context.format.moment(record.at)})"

    def counted(self, count: int) -> str:
        """Return how many are listed."""
        words = plural("{count} entry", "{count} entries", count)
        return words.format(count=self.context.format.count(count))

    async def refresh(self) -> None:
        """Show what is wanted, and offer whoever may have written it."""
        self.filters.show_authors(await self.desk.read(queries.journal.authors))
        await super().refresh()

    def opens(self) -> str:
        """Return what Enter does with the chosen entry."""
        return tr("Open the record")

    def may_open(self) -> bool:
        """Tell whether the record of the chosen entry has a page."""
        return may_open(self.table.chosen_or_none())

    async def show_chosen(self) -> None:
        """Show the chosen entry beside the list."""
        self.detail.show_line(self.table.chosen_or_none())

    def open_record(self) -> None:
        """Show the page of the record that the chosen entry is about."""
        line = self.detail.line
        if line is not None and may_open(line):
            record: UUID | None = None if line.entity in WITHOUT_RECORD else line.record_id
            self.context.navigate(line.page, record)

    async def verify(self) -> None:
        """Compute every seal again, some at a time, until one differs or all are done."""
        if self._is_verifying:
            return
        self._is_verifying, self._is_called_off = True, False
        check: SealCheck | None = None
        self.seals.show_far(None)
        try:
            while not (check and check.is_done) and not self._is_called_off:
                after = check.until if check else 0
                check = await self.desk.read(queries.journal.verified, after=after)
                self.seals.show_far(check)
        except BaseException:
            check = None
            raise
        finally:
            self._is_verifying = False
            with suppress(RuntimeError):  # the page is gone
                self.seals.show_outcome(None if self._is_called_off else check)

    async def show_fiscal(self) -> None:
        """Verify or export the fiscal records, in a dialog."""
        dialog = FiscalDialog(self, self.context)
        dialog.start(dialog.read)
        await dialog.shown()

    def cancel(self) -> None:
        """Stop verifying after what is being computed."""
        self._is_called_off = True

    def stop(self) -> None:
        """End all that would read the page once more."""
        self.cancel()
        super().stop()

    def _list(self) -> ListSpec[JournalLine]:
        return ListSpec(
            id="journal",
            name=tr("Journal"),
            hint=tr("Search the journal"),
            tabs=[(EVERYTHING, tr("All"))],
            tabs_name=tr("Which entries"),
            columns=columns(self.context),
            sort=Sort("at", descending=True),
            keys=queries.journal.entry_keys,
            first=queries.journal.first_entries,
            records=queries.journal.entries,
            empty=Emptiness((
                tr("No entries yet"),
                tr("What people change from now on is listed here: prices, settings, people."),
            )),
        )  # fmt: skip

    def _lay_out(self, actions: Actions) -> None:
        self.unchosen = self.detail.empty
        card = self.list_up(self._list(), self.context.habits)
        self.tabs.hide()
        title = tr("Journal")
        self.search_action(actions, name="journal.search", group=title)
        self._bind(actions, title)
        beside = column(self.seals, gap=10)
        beside.addWidget(self.detail, 1)
        export = self.export_button(
            actions, self.context.format, name="journal.export", title=title
        )
        self.lay_out(
            FilterBar(self.tabs, self.count, self.filters, self.search),
            splitter(card, boxed(beside), right_width=400),
            header=PageHeader(title, self.fiscal_button, export, self.verify_button),
        )

    def _bind(self, actions: Actions, title: str) -> None:
        self.verify_button = primary(tr("Verify"), icon="shield-check")
        actions.bind(
            Action(
                name="journal.verify", text=tr("Verify the seals"),
                run=lambda: self.start(self.verify), group=title,
                keys=("Ctrl+Return", "Ctrl+Enter"), icon="shield-check",
                enabled=lambda: not self._is_verifying,
            ),
            self.verify_button, self,
        )  # fmt: skip
        self.fiscal_button = secondary(tr("Fiscal records"), icon="receipt-text")
        actions.bind(
            Action(
                name="journal.fiscal", text=tr("Verify or export the fiscal records"),
                run=lambda: self.start(self.show_fiscal), group=title,
                keys=("Ctrl+Shift+B",), icon="receipt-text",
            ),
            self.fiscal_button, self,
        )  # fmt: skip
        actions.add(
            Action(
                name="journal.open", text=tr("Open the record"), run=self.open_record, group=title,
                keys=("Ctrl+O",), icon="external-link", enabled=self.may_open,
            ),
            self,
        )  # fmt: skip
        actions.bind(
            Action(
                name="journal.cancel", text=tr("Cancel verifying"), run=self.cancel, group=title,
                keys=("Esc",), enabled=lambda: self._is_verifying,
            ),
            self.seals.cancel, self,
        )  # fmt: skip
