"""Return lines of an order: condition, reason, where the money goes, and the refund."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from storedesk.domain.fulfillment import ReturnedLine, ReturnPreview
from storedesk.domain.order_details import Order, SoldLine
from storedesk.domain.orders import OrderCommand
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.shifts import Shift
from storedesk.domain.till import Method
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.forms.form import TextField, is_field_good
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.forms.numbers import parse_quantity
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import boxed, column, scrolling
from storedesk.ui.kit.looks.labels import ElidedLabel, Label, muted
from storedesk.ui.kit.looks.sizes import px, target
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.orders.dialogs import Look, OrderDialog
from storedesk.ui.returns.refund_choice import RefundChoice
from storedesk.ui.returns.returning import WantedReturn

LINES_IN_SIGHT = 5
LINE = 46
Preview: TypeAlias = Callable[[Sequence[ReturnedLine], bool], Awaitable[ReturnPreview]]
"""Asks what would go back for some lines, with or without the shipping."""
ReturnCommand: TypeAlias = Callable[["ReturnDialog"], Awaitable[object]]


class Pieces(LineInput):
    """How many pieces of a line come back in one condition; empty is none."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__()
        self.most = most
        self.setAccessibleName(name)
        self.setFixedWidth(px(64))
        self.setMaxLength(5)
        self.setFont(theme.font(tabular=True))
        self.setPlaceholderText("0")

    def count(self) -> int:
        """Return how many; Refused where that is no number, or more than there can be."""
        typed = self.text().strip()
        return parse_quantity(typed, smallest=0, largest=self.most) if typed else 0


class ReturnLines(QWidget):
    """A row a line: how many go back to the shelf, how many are damaged."""

    edited = Signal()

    def __init__(self, lines: Sequence[SoldLine]) -> None:
        super().__init__()
        self._lines = [line for line in lines if line.returnable]
        self.fields: dict[object, tuple[Pieces, Pieces]] = {}
        self.wrong: Pieces | None = None
        """Where a refusal is put right."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for at, words in enumerate((tr("Item"), tr("To the shelf"), tr("Damaged"))):
            grid.addWidget(Label(words, size=12, weight=theme.MEDIUM, ink="muted"), 0, at)
        for row, line in enumerate(self._lines, 1):
            self._add(grid, row, line)
        grid.setRowStretch(len(self._lines) + 1, 1)

    def chosen(self) -> list[ReturnedLine]:
        """Return what comes back; Refused where it is not understood: see `wrong`."""
        found = []
        for line in self._lines:
            counts = []
            for field in self.fields[line.id]:
                self.wrong = field
                counts.append(field.count())
            good, damaged = counts
            if good + damaged > line.returnable:
                raise Refused("return_too_many", name=line.name, left=line.returnable)
            for count, restocked in ((good, True), (damaged, False)):
                if count:
                    found.append(ReturnedLine(line.id, count, restocked))
        self.wrong = self.fields[self._lines[0].id][0] if self._lines else None
        return found

    def _add(self, grid: QGridLayout, row: int, line: SoldLine) -> None:
        left = tr("{n} can be returned").format(n=line.returnable)
        second = " · ".join(part for part in (line.description, left) if part)
        words = column(ElidedLabel(line.name, weight=theme.MEDIUM), muted(second), gap=0)
        good = Pieces(tr("{name}: to the shelf").format(name=line.name), line.returnable)
        damaged = Pieces(tr("{name}: damaged").format(name=line.name), line.returnable)
        for field in (good, damaged):
            field.textEdited.connect(self.edited)
        self.fields[line.id] = (good, damaged)
        grid.addWidget(boxed(words), row, 0)
        grid.addWidget(good, row, 1)
        grid.addWidget(damaged, row, 2)


class ReturnDialog(OrderDialog):
    """Asks what comes back, in which condition and why; says what is refunded before it is."""

    def __init__(  # noqa: PLR0913, PLR0917 - an order, its shift, and what is asked and done
        self,
        parent: QWidget,
        context: PageContext,
        order: Order,
        command: ReturnCommand,
        look: Look,
        preview: Preview,
        shift: Shift | None,
    ) -> None:
        super().__init__(
            parent, context, order, OrderCommand.TAKE_BACK, look=look, width=560,
            title=tr("Return of {number}").format(number=order.number),
            yes=tr("Take it back"),
        )  # fmt: skip
        self._command, self._preview, self.shift = command, preview, shift
        self.lines = ReturnLines(order.lines)
        self.reason = TextField(tr("Why"), longest=500)
        self.with_shipping = QCheckBox(tr("Refund the shipping too"))
        self.with_shipping.setVisible(bool(order.shipping) and order.sold_as is None)
        self.refund = RefundChoice(context)
        area = scrolling(self.lines)
        area.setFixedHeight(min(len(self.lines.fields), LINES_IN_SIGHT) * target(LINE) + 30)
        self.lay_out(area, self.with_shipping, self.reason, self.refund)
        self.finish()
        self.lines.edited.connect(self._ask)
        self.with_shipping.toggled.connect(self._ask)
        self.refund.edited.connect(self._ask)
        first = next(iter(self.lines.fields.values()), None)
        if first:
            first[0].setFocus()

    def wanted(self) -> WantedReturn:
        """Return what was chosen. Refused: what the lines and the code are refused for."""
        return WantedReturn(
            lines=tuple(self.lines.chosen()),
            reason=self.reason.value(),
            with_shipping=self.with_shipping.isChecked(),
            to_credit=self.refund.is_credit,
            credit_code=self.refund.credit_code(),
        )

    def is_good(self) -> bool:
        """Mark what is missing."""
        try:
            if not self.lines.chosen():
                raise Refused("return_empty")
        except StoreError as refusal:
            self.refuse(refusal)
            if self.lines.wrong:
                go_to(self.lines.wrong)
            return False
        if not is_field_good(self.reason):
            return False
        try:
            self.refund.credit_code()
        except StoreError as refusal:
            self.refuse(refusal)
            return False
        return True

    def refuse(self, refusal: StoreError) -> None:
        """Show a refusal in the dialog, and go to its field."""
        super().refuse(refusal)
        self.refund.blame(refusal)

    async def do(self) -> None:
        """Take it back."""
        await self._command(self)

    def _ask(self) -> None:
        self._jobs.restart(self._show_refund)

    async def _show_refund(self) -> None:
        lines = self.lines.chosen()
        self.problem.hide()
        if not lines:
            self.refund.show_preview(None)
            return
        preview = await self._preview(lines, self.with_shipping.isChecked())
        self.refund.show_preview(preview)
        is_cash = any(one.method is Method.CASH for one in preview.refunds)
        if is_cash and self.shift is None and not self.refund.is_credit:
            self.problem.say(Refused("cash_needs_shift").sentence(spoken))
        elif preview.beyond:
            why = self.context.format.in_money(preview.beyond).sentence(spoken)
            words = tr("{why} You are asked for one next.")
            self.problem.say(words.format(why=why), Tone.WARN)
        await self.refund.look()
