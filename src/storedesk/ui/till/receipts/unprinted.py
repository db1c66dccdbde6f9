"""List the receipts of this shift that never came out of a printer, and print them."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from storedesk.domain.orders import UnprintedReceipt
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.keys import for_keys
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panel_rows import ROW, paint_row
from storedesk.ui.till.panels import Panel

PrintAll: TypeAlias = Callable[[Sequence[UnprintedReceipt]], Awaitable[Sequence[UnprintedReceipt]]]
"""Prints receipts, the oldest first, and answers with those that are left. Unavailable: why."""


class UnprintedNotice(Banner):
    """Says that a receipt was not printed, with a button for the list of those that are missing."""

    def __init__(self) -> None:
        super().__init__(Tone.WARN)
        self.show_list = Button(tr("Show", "receipts not printed"), icon="printer")
        self.show_list.setAccessibleName(tr("Receipts not printed"))
        self.show_list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add(self.show_list)


class UnprintedPanel(Panel):
    """Shows which receipts are missing; Enter prints them all, the oldest first."""

    def __init__(
        self, context: PageContext, waiting: Sequence[UnprintedReceipt], print_all: PrintAll
    ) -> None:
        super().__init__(tr("Receipts not printed"))
        self._context, self._print_all = context, print_all
        self.list = RowList[UnprintedReceipt](
            self._paint, height=ROW, text=lambda one: one.order_number,
            name=tr("Receipts not printed"),
        )  # fmt: skip
        self.none = Label(tr("Every receipt of this shift was printed."), ink="muted", wrap=True)
        self.print = pay_button(tr("Print all"))
        self.print.clicked.connect(self.enter)
        self.lay_out(self.title, self.problem, self.none, self.list, None)
        self.end_with(self.print, words=for_keys(tr("Enter: print them all")))
        self.column.setStretch(3, 1_000)
        self.waiting: Sequence[UnprintedReceipt] = ()
        self.show_waiting(waiting)

    def show_waiting(self, waiting: Sequence[UnprintedReceipt]) -> None:
        """Show those that are missing."""
        self.waiting = waiting
        self.list.show_records(waiting, 0 if waiting else -1)
        self.none.setVisible(not waiting)
        self.list.setVisible(bool(waiting))
        self.print.setEnabled(bool(waiting))

    def step(self, by: int) -> None:
        """Look further."""
        self.list.go(by)

    def enter(self) -> None:
        """Print them all."""
        if self.waiting:
            self.jobs.start(self._print)

    async def _print(self) -> None:
        self.problem.hide()
        count = len(self.waiting)
        self.show_waiting(await self._print_all(self.waiting))
        if not self.waiting:
            words = tr("Printed: {count}.").format(count=self._context.format.count(count))
            self.problem.say(words, Tone.OK)

    def _paint(
        self, painter: QPainter, box: QRectF, one: UnprintedReceipt, is_current: bool  # noqa: FBT001
    ) -> None:  # fmt: skip
        time = self._context.format.time(one.sold_at)
        total = self._context.money(one.total)
        paint_row(painter, box, one.order_number, time, total, is_current=is_current)
