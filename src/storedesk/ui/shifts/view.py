"""Show all shifts of all registers: their reports, their cash, and the day over all of them."""

from collections.abc import Sequence
from datetime import UTC
from typing import Any

from storedesk import api, queries
from storedesk.documents import shift_reports
from storedesk.documents.strip import StripDocument
from storedesk.documents.tables import Row
from storedesk.domain.change_notices import Rows
from storedesk.domain.file_names import file_name
from storedesk.domain.shifts import ShiftLine, ShiftState
from storedesk.domain.staff import Group
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.rest import Rest
from storedesk.ui.kit.dialogs.dialog import choose_file
from storedesk.ui.kit.lists.columns import Sort
from storedesk.ui.kit.lists.exporting import FileWriting, ListExport, sheet_for
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.kit.lists.list_spec import ListSpec
from storedesk.ui.kit.lists.scope import EVERYTHING
from storedesk.ui.kit.looks.cards import PageHeader, splitter
from storedesk.ui.kit.looks.filter_bar import FilterBar
from storedesk.ui.kit.paper.strip import Strip, StripDialog
from storedesk.ui.shifts import figures
from storedesk.ui.shifts.columns import columns
from storedesk.ui.shifts.detail import CASH, DAY, ShiftDetail
from storedesk.ui.shifts.filters import ShiftFilters
from storedesk.ui.shifts.labels import count_label, emptiness, name_label

REST_MS = 3_000
"""After a sale the page is not read again for so long: a busy shop sells all the time."""
SELLING = frozenset({"orders", "order_returns"})


class ShiftsView(ListPage[ShiftLine]):
    """List shifts, the newest first; beside the list, what the chosen one has taken."""

    watches = frozenset({
        "till_sessions", "till_session_people", "cash_movements", "drawer_openings",
        "registers", "exception_signoffs", *SELLING,
    })  # fmt: skip
    row_menu = ("shifts.print", "shifts.figures", "shifts.approve")

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self._is_manager = Group.MANAGER in context.me.groups
        self._rest = Rest(self, REST_MS, self.changed)
        self.detail, self.filters = ShiftDetail(context), ShiftFilters(context)
        self.detail.approve_wanted.connect(lambda: self.start(self.approve))
        self.detail.print_wanted.connect(lambda: self.start(self.print_out))
        self.detail.export_wanted.connect(lambda: self.start(self.export_figures))
        self.detail.tab_chosen.connect(lambda: self._jobs.restart(self.show_chosen))
        self.detail.cash.sort_changed.connect(lambda _: self._jobs.restart(self.show_chosen))
        self.detail.cash.failed.connect(self.refuse)
        self._lay_out(context.actions)
        self.filters.changed.connect(self.ask_anew)
        self.table.opened.connect(lambda _: self.start(self.print_out))

    def narrowed(self) -> dict[str, Any]:
        """Return the filters of the list."""
        tab = self.tabs.current()
        state = None if tab == EVERYTHING else ShiftState(tab)
        return {"search": self.search.wanted(), "state": state, **self.filters.wanted()}

    def widest(self) -> dict[str, Any]:
        """Return filters that leave nothing out."""
        return {"state": None, "register_id": None, "since": None, "until": None}

    def widen(self) -> None:
        """Narrow the list by nothing."""
        self.filters.forget()
        super().widen()

    def is_filtered(self) -> bool:
        """Tell whether days or a register narrow the list."""
        return self.filters.is_set()

    def placed(self, record: ShiftLine) -> str:
        """Return the register, the number and the day of a shift."""
        when = self.context.format.moment(record.opened_at)
        return f"{name_label(record)} ({when})"

    def counted(self, count: int) -> str:
        """Return how many are listed."""
        return count_label(count, self.context)

    def unsaved(self) -> str:
        """Return the name of a note that was typed and not sent."""
        return tr("The note") if self.detail.typed_note() else super().unsaved()

    def hear(self, table: str, ids: Rows) -> None:
        """Note that something has changed; after a sale the page rests for a moment."""
        if table in SELLING:
            if not self._rest.allows():
                return
            self._rest.begin()
        super().hear(table, ids)

    async def refresh(self) -> None:
        """Show what is wanted, and how many are open or wait for approval."""
        found = await self.desk.read(queries.shift_lists.counts)
        form = self.context.format
        self.tabs.show_count(ShiftState.OPEN, form.count(found.open))
        self.tabs.show_count(ShiftState.UNAPPROVED, form.count(found.unapproved))
        self.filters.show_days()
        self.filters.show_registers(await self.desk.read(queries.store_settings.registers))
        await super().refresh()

    def opens(self) -> str:
        """Return what Enter does with the chosen shift."""
        return tr("Show its report on paper")

    async def show_chosen(self) -> None:
        """Show the chosen shift beside the list, in the tab that is open there."""
        line, detail = self.table.chosen_or_none(), self.detail
        detail.show_line(line)
        if line is None:
            return
        detail.show_report(await self.desk.read(api.shifts.shift_report, line.id))
        if detail.current() == CASH:
            await detail.cash.show_shift(line.id)
        elif detail.current() == DAY:
            await self._show_day(line)

    async def approve(self) -> None:
        """Agree to the chosen shift as it was closed, with the note that is typed."""
        line = self.detail.line
        if line is None or not self._may_approve():
            return
        note = self.detail.typed_note()
        await self.desk.do(api.exceptions.sign_off, key=line.id, note=note)
        self.detail.note.show_value("")
        self.note.say(tr("{shift} is approved.").format(shift=name_label(line)))
        await self.refresh()
        self.table.setFocus()

    async def print_out(self) -> None:
        """Show what is beside the list as paper: the report, or that of the day."""
        detail, speech = self.detail, self.context.speech()
        if detail.line is None or detail.report is None:
            return
        if detail.current() == DAY and detail.day is not None:
            title = tr("Day report")
            name = f"{shift_reports.day_title(speech)} {detail.day.day.isoformat()}"
            parts = shift_reports.day_parts(detail.day, speech, self._day_label())
        else:
            title = detail.title.text()
            name = shift_reports.document_title(detail.report, speech)
            is_closed = detail.report.closed_at is not None
            now = self.context.format.instant() if is_closed else None
            parts = shift_reports.parts(detail.report, speech, copied_at=now)
        strip = Strip(StripDocument(name, tuple(parts)), name, self.context.receipt_paper())
        await StripDialog(self, title, strip).shown()

    async def export_figures(self) -> None:
        """Export what is beside the list: the figures of the shift or of the day, or its cash."""
        detail = self.detail
        if detail.line is None or detail.report is None:
            return
        tab, name = detail.current(), name_label(detail.line)
        if tab == CASH:
            title = tr("Cash {shift}").format(shift=name)
            export = ListExport(self, detail.cash, self.context.format, title=title)
            if done := await export.ask():
                self.note.say(export.summary(done))
            return
        if tab == DAY and detail.day is not None:
            sheet = tr("Day report")
            name, parts = detail.day.day.isoformat(), detail.day_sheet.parts
        else:
            sheet, parts = detail.title.text(), detail.sheet.parts
        await self._write(sheet, f"{sheet} {name}", figures.rows(parts))

    def stop(self) -> None:
        """End all that would read the page once more."""
        self._rest.stop()
        self.detail.cash.stop()
        super().stop()

    async def _show_day(self, line: ShiftLine) -> None:
        day = line.opened_at.replace(tzinfo=UTC).astimezone(self.context.format.zone).date()
        self.detail.show_day(await self.desk.read(api.shifts.day_report, day))

    def _day_label(self) -> str:
        line = self.detail.line
        return self.context.on_paper().date(line.opened_at) if line else ""

    async def _write(self, sheet: str, name: str, rows: Sequence[Row]) -> None:
        path = await choose_file(
            self, tr("Export: {list}").format(list=sheet), mode="save", name=file_name(name),
            filters=(tr("Workbook (*.xlsx)"), tr("Text separated by commas (*.csv)")),
        )  # fmt: skip
        if path is None:
            return
        writing = FileWriting(path, sheet_for(path, sheet, figures.headings()))
        try:
            await writing.write(rows)
            await writing.end()
        finally:
            await writing.drop()
        self.note.say(tr("Saved as {name}.").format(name=path.name))

    def _may_approve(self) -> bool:
        line = self.detail.line
        return self._is_manager and line is not None and line.state is ShiftState.UNAPPROVED

    def _list(self) -> ListSpec[ShiftLine]:
        return ListSpec(
            id="shifts",
            name=tr("Shifts"),
            hint=tr("Search shifts"),
            tabs=[
                (EVERYTHING, tr("All")),
                (ShiftState.OPEN.value, tr("Open")),
                (ShiftState.UNAPPROVED.value, tr("To approve")),
                (ShiftState.CLOSED.value, tr("Closed", "shift")),
            ],
            tabs_name=tr("Which shifts"),
            columns=columns(self.context),
            sort=Sort("opened", descending=True),
            keys=queries.shift_lists.shift_keys,
            first=queries.shift_lists.first_shifts,
            records=queries.shift_lists.shift_lines,
            empty=emptiness(),
        )

    def _lay_out(self, actions: Actions) -> None:
        self.unchosen = self.detail.empty
        card = self.list_up(self._list(), self.context.habits)
        title = tr("Shifts")
        self.search_action(actions, name="shifts.search", group=title)
        self._register(actions, title)
        export = self.export_button(actions, self.context.format, name="shifts.export", title=title)
        self.lay_out(
            FilterBar(self.tabs, self.count, self.filters, self.search),
            splitter(card, self.detail, right_width=458),
            header=PageHeader(title, export),
        )

    def _register(self, actions: Actions, group: str) -> None:
        actions.bind(
            Action(
                name="shifts.print", text=tr("Print the report, or save it as a PDF"),
                run=lambda: self.start(self.print_out), group=group, keys=("Ctrl+P",),
                icon="printer", enabled=self.has_chosen,
            ),
            self.detail.print, self,
        )  # fmt: skip
        actions.bind(
            Action(
                name="shifts.figures", text=tr("Export the figures beside the list"),
                run=lambda: self.start(self.export_figures), group=group,
                keys=("Ctrl+Shift+F",), icon="file-spreadsheet", enabled=self.has_chosen,
            ),
            self.detail.export, self,
        )  # fmt: skip
        actions.bind(
            Action(
                name="shifts.approve", text=tr("Approve the shift"),
                run=lambda: self.start(self.approve), group=group,
                keys=("Ctrl+Return", "Ctrl+Enter"), icon="check", enabled=self._may_approve,
            ),
            self.detail.approve, self,
        )  # fmt: skip
