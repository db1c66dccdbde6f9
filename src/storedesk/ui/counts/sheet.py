"""Show an open count: the entry field, the last item in large type, and the lines."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from storedesk.domain.counts import (
    CountLine,
    CountPart,
    Differences,
    ParkedCode,
    StockCount,
    Tally,
)
from storedesk.services.desk import Desk
from storedesk.ui.counts.labels import signed_label, total_label
from storedesk.ui.counts.lines import CountTable
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.scanner import ScannerGuard
from storedesk.ui.kit.forms.entry import EntryField
from storedesk.ui.kit.lists.columns import CellStyle, Column, Edit
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.lists.tabs import SegmentedTabs
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import quiet
from storedesk.ui.kit.looks.cards import Card, column, row, splitter
from storedesk.ui.kit.looks.keys import for_keys
from storedesk.ui.kit.looks.labels import ElidedLabel, Label, card_title, muted
from storedesk.ui.kit.looks.sizes import px


class CountSheet(QWidget):
    """Show an open count, for counting and for the review."""

    def __init__(
        self, desk: Desk, form: Format, scanner: ScannerGuard, counted: Edit[CountLine]
    ) -> None:
        super().__init__()
        self._form = form
        self._left = 0
        self.entry = EntryField(
            tr("Scan or type a code.   24* then scan: adds 24.   *7: sets the last item to 7."),
            tr("What is counted"),
            scanner.enter,
        )
        self.back = quiet(tr("All counts"), icon="arrow-left", cap="Esc")
        self.tabs = SegmentedTabs(
            [
                (CountPart.ALL.value, tr("All")),
                (CountPart.TO_COUNT.value, tr("To count")),
                (CountPart.DIFFERENCES.value, tr("Review")),
            ],
            name=tr("Which products"),
        )
        self.outcome = muted()
        self.table = CountTable(desk, form, counted)
        self.parked = self._make_parked()
        self.parked_card = Card(margin=4, gap=0)
        self._lay_out()
        self.show_tally(None)

    def show_count(self, count: StockCount, differences: Differences) -> None:
        """Show the progress of a count, and in the review the result of posting it."""
        self._left = count.left
        self.total.setText(total_label(count.pieces, count.counted, count.left, self._form))
        self.tabs.show_count(CountPart.TO_COUNT.value, self._form.count(count.left))
        is_review = self.table.part is CountPart.DIFFERENCES
        number = self._form.count(differences.products) if is_review else ""
        self.tabs.show_count(CountPart.DIFFERENCES.value, number)
        self.outcome.setText(self._outcome(differences) if is_review else "")

    def show_parked(self, codes: Sequence[ParkedCode]) -> None:
        """Show the codes that no product has."""
        self.parked.show_records(codes)
        self.parked_card.setVisible(bool(codes))

    def show_tally(self, tally: Tally | None) -> None:
        """Show what was counted last, in large type."""
        if tally is None:
            self.name.setText(tr("You have not counted anything yet"))
            self._show_number("")
            self.remark.setText(tr("Sales made meanwhile are taken into account"))
            return
        self._show_number(self._form.count(tally.counted or 0))
        self.number.ink("text" if tally.product_id else "bad")
        self.name.setText(tally.name or tally.code or "")
        self.remark.setText(
            tr("counted so far") if tally.product_id
            else tr("No product has this code. It is listed as unknown. Keep counting.")
        )  # fmt: skip
        self.total.setText(total_label(tally.pieces, tally.products, self._left, self._form))

    def show_failed(self, what: str) -> None:
        """Show that an entry was not counted, in large type."""
        self.name.setText(what)
        self._show_number("")
        self.remark.setText(tr("This was not counted"))

    def _show_number(self, number: str) -> None:
        self.number.setText(number)
        self.number.setVisible(bool(number))

    def _outcome(self, differences: Differences) -> str:
        if not differences.products:
            return ""
        words = tr("{more} and {fewer} pieces, value {worth}").format(
            more=signed_label(differences.more, self._form),
            fewer=signed_label(-differences.fewer, self._form),
            worth=self._form.money(differences.worth),
        )
        if differences.refused:
            words += " · " + tr("{n} cannot be posted").format(
                n=self._form.count(differences.refused)
            )
        return words

    def _make_parked(self) -> RecordTable[ParkedCode]:
        return RecordTable(
            [
                Column(tr("Code"), lambda one: one.code, CellStyle.STRONG, 130, 1),
                Column(
                    tr("Counted"), lambda one: self._form.count(one.quantity), CellStyle.NUMBER, 84
                ),
            ],
            key=lambda one: one.code,
            name=tr("Unknown codes"),
            row_height=36,
        )

    def _lay_out(self) -> None:
        self.number = Label(size=40, weight=theme.BOLD, tabular=True)
        self.name = ElidedLabel(size=20, weight=theme.DEMIBOLD)
        self.remark = ElidedLabel(ink="muted")
        self.total = Label(size=15, weight=theme.MEDIUM, tabular=True, right=True)
        last = Card(margin=16)
        line = row(
            self.number, column(None, self.name, self.remark, None, gap=2), self.total, gap=16
        )
        line.setStretch(1, 1)
        last.add(line)
        last.setFixedHeight(px(92))
        card = Card(margin=4, gap=0)
        card.add(self.table, stretch=1)
        title = row(card_title(tr("Unknown codes")))
        title.setContentsMargins(12, 10, 12, 8)  # the layout's: a change of colors keeps them
        self.parked.setToolTip(for_keys(tr("Press Enter to remove the chosen code")))
        self.parked_card.add(title)
        self.parked_card.add(self.parked, stretch=1)
        self.parked_card.hide()
        parts = column(
            self.entry,
            last,
            row(self.back, self.tabs, None, self.outcome),
            splitter(card, self.parked_card, right_width=280),
        )
        parts.setStretch(3, 1)
        self.setLayout(parts)
