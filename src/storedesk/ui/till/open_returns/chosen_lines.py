"""The lines of a return without a receipt, and the field by which articles are found."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from storedesk.domain.open_returns import SoldItem
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import is_field_good
from storedesk.ui.kit.looks.cards import column
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.open_returns.draft import OpenReturnDraft
from storedesk.ui.till.open_returns.open_return_lines import (
    OpenLineControls,
    OpenReturnList,
    SoldList,
)
from storedesk.ui.till.returns.return_lines import ReturnEntry


class ChosenLines(QWidget):
    """While something is typed it lists what was found; else what comes back."""

    def __init__(self, context: PageContext, draft: OpenReturnDraft) -> None:
        super().__init__()
        self._context, self._draft = context, draft
        self.entry, self.found = ReturnEntry(), SoldList(context)
        self.list, self.controls = OpenReturnList(context), OpenLineControls(context)
        self.none = Label(ink="muted", wrap=True)
        whole = column(self.entry, self.none, self.found, self.list, self.controls, gap=10)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setStretch(2, 1_000)
        whole.setStretch(3, 1_000)
        whole.addStretch(1)
        self.setLayout(whole)

    @property
    def is_typed(self) -> bool:
        """Whether an article is looked for."""
        text = self.entry.text().strip()
        return bool(text) and not text.startswith("*")

    def show_lines(self) -> None:
        """Show what comes back, or what was found where something is typed."""
        draft, is_typed = self._draft, self.is_typed
        self.list.show_draft(draft)
        self.list.setVisible(not is_typed and bool(draft.lines))
        self.controls.show_line(None if is_typed else draft.current)
        self.found.setVisible(is_typed and bool(self.found.rows.records))
        self.none.setText(tr("Scan or type an article that was sold in the last 90 days."))
        self.none.setVisible(not is_typed and not draft.lines)

    def show_found(self, found: Sequence[SoldItem]) -> None:
        """Show what was found, or that nothing was."""
        self.found.show_records(found, 0 if found else -1)
        self.show_lines()
        if not found and self.is_typed:
            self.none.setText(tr("Nothing that was sold in the last 90 days matches."))
            self.none.show()

    def is_value_good(self) -> bool:
        """Take the value in its field; mark it where it is none, or above the most."""
        return self._draft.current is None or is_field_good(self.controls.value, self._take)

    def _take(self, value: Decimal) -> None:
        try:
            self._draft.be_worth(value)
        except Refused as refusal:
            raise self._context.format.in_money(refusal) from None
