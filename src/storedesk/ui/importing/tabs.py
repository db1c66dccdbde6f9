"""Show an import on tabs: the file, its columns, the changes, bad rows, and stock not set."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.domain.importing.file import ImportPlan
from storedesk.domain.importing.options import FileChoices
from storedesk.domain.importing.stock import Unset
from storedesk.services.importing import FileFacts
from storedesk.ui.importing.bad_rows import SHOWN, bad_rows_table
from storedesk.ui.importing.changes import ChangesPanel
from storedesk.ui.importing.columns import ColumnMapping
from storedesk.ui.importing.reading import ReadingPanel
from storedesk.ui.importing.unset import UnsetPanel
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.tabs import SegmentedTabs
from storedesk.ui.kit.looks.cards import column

FILE, COLUMNS, CHANGES, BAD, UNSET = "file", "columns", "changes", "bad", "unset"


class ImportTabs(QWidget):
    """Show five pages behind tabs; hide the tabs that have nothing to show."""

    def __init__(self, look: FileFacts, form: Format) -> None:
        super().__init__()
        self._form = form
        self._header = look.header
        self.tabs = SegmentedTabs(
            (
                (FILE, tr("The file")),
                (COLUMNS, tr("Columns")),
                (CHANGES, tr("Changes")),
                (BAD, tr("Bad rows")),
                (UNSET, tr("Stock not set")),
            ),
            name=tr("Pages of the import"),
        )
        self.reading = ReadingPanel(look)
        self.columns = None if look.is_shopify else ColumnMapping(look)
        self.changes = ChangesPanel(form)
        self.bad = bad_rows_table(form)
        self.unset = UnsetPanel(form)
        self._pages = {
            FILE: self.reading,
            CHANGES: self.changes,
            BAD: self.bad,
            UNSET: self.unset,
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.setLayout(column(self.tabs, self._stack, gap=10))
        self.tabs.chosen.connect(self.turn_to)
        self._place_columns()
        is_asked = self.columns is not None and not self.columns.is_complete()
        self.turn_to(COLUMNS if is_asked and not look.reading.is_guess else FILE)
        self.tabs.button(UNSET).hide()
        self.show_plan(None)

    def choices(self) -> FileChoices:
        """Return the choices for the file and its dates."""
        first = self.columns.date_first.value() if self.columns else ""
        return replace(self.reading.choices(), date_first=first)

    def turn_to(self, key: str) -> None:
        """Show a page."""
        self.tabs.choose(key)
        page = self.columns if key == COLUMNS else self._pages[key]
        if page is not None:
            self._stack.setCurrentWidget(page)

    def show_result(self, plan: ImportPlan) -> None:
        """Show the bad rows where there are any, else what would change."""
        if plan.bad:
            self.turn_to(BAD)
        elif plan.changed or plan.categories:
            self.turn_to(CHANGES)

    def show_look(self, look: FileFacts) -> bool:
        """Show a file that was read again; True if its columns have changed."""
        self.reading.show_look(look)
        if look.header == self._header and look.is_shopify == (self.columns is None):
            return False
        self._header = look.header
        if self.columns is not None:
            self._stack.removeWidget(self.columns)
            self.columns.deleteLater()
        self.columns = None if look.is_shopify else ColumnMapping(look)
        self._place_columns()
        return True

    def show_plan(self, plan: ImportPlan | None) -> None:
        """Show the result of a dry run, or that there is none."""
        bad = plan.bad if plan else ()
        self.changes.show_plan(plan)
        self.bad.show_records(bad[:SHOWN])
        self.tabs.show_count(BAD, self._form.count(len(bad)) if bad else "")
        changed = self.changes.count()
        self.tabs.show_count(CHANGES, self._form.count(changed) if changed else "")
        self.tabs.button(BAD).setVisible(bool(bad))
        self.tabs.button(CHANGES).setVisible(plan is not None)
        gone = {BAD: not bad, CHANGES: plan is None}
        if gone.get(self.tabs.current(), False):
            self.turn_to(FILE)

    def show_unset(self, unset: Sequence[Unset]) -> None:
        """Show nothing but the products whose stock was left as it is."""
        for key in (FILE, COLUMNS, CHANGES, BAD):
            self.tabs.button(key).hide()
        self.unset.show_unset(unset)
        self.tabs.show_count(UNSET, self._form.count(len(unset)))
        self.tabs.button(UNSET).show()
        self.turn_to(UNSET)

    def _place_columns(self) -> None:
        self.tabs.button(COLUMNS).setVisible(self.columns is not None)
        if self.columns is not None:
            self._stack.addWidget(self.columns)
        elif self.tabs.current() == COLUMNS:
            self.turn_to(FILE)
