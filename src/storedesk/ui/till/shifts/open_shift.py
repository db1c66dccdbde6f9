"""Open a shift with a float."""

from PySide6.QtCore import Signal

from storedesk import api
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.shifts.cash_count import CashCountField


class OpenShiftPanel(Panel):
    """Asks what is in the drawer before the first sale."""

    opened = Signal(object)
    """The Shift that has begun."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Open the shift"))
        self._context = context
        words = tr("{register}, {name}. What is in the drawer before the first sale?")
        note = words.format(register=context.till_register().name, name=context.me.name)
        self.counter = CashCountField(context, tr("Float"))
        self.go = pay_button(tr("Open the shift"))
        self.go.clicked.connect(self.press)
        self.lay_out(self.title, Label(note, ink="muted", wrap=True), self.problem, self.counter)
        self.lay_out(None)
        self.end_with(self.go)

    def begin(self) -> None:
        """Take the keyboard; an empty drawer is nought."""
        self.counter.box.field.setText(self._context.format.amount(self._context.zero().amount))
        self.counter.begin()

    def enter(self) -> None:
        """Open it."""
        self.jobs.start(self._open)

    async def _open(self) -> None:
        opening_float = self.counter.money()
        shift = await self._context.desk.do(
            api.shifts.open_shift,
            register_id=self._context.till_register().id,
            opening_float=opening_float,
        )
        self.opened.emit(shift)
