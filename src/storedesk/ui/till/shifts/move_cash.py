"""Put cash into the drawer or take it out, beside sales: how much, and why."""

from PySide6.QtCore import Signal

from storedesk import api
from storedesk.domain.entry import amount
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.shifts import Shift
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.forms.segments import Segments
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.checkout.tenders import AmountBox
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panels import Panel, typed

LONGEST = 255


class MoveCashPanel(Panel):
    """Asks which way, how much and why; Enter does it. Up puts in, Down takes out."""

    moved = Signal(str)
    """What is to be said of it."""

    def __init__(self, context: PageContext, shift: Shift) -> None:
        super().__init__(tr("Cash in or out"))
        self._context, self._shift = context, shift
        self.way = Segments([(True, tr("Put in")), (False, tr("Take out"))], name=tr("Which way"))
        self.way.chosen.connect(lambda is_in: self._turn(is_in=is_in))
        self.box = AmountBox(tr("Amount"))
        self.reason = LineInput()
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setMaxLength(LONGEST)
        self.reason.setFont(theme.font(16))
        self.go = pay_button("")
        self.go.clicked.connect(self.press)
        why = Label(tr("Reason, for example: change from the bank, window cleaner"), ink="muted")
        why.setWordWrap(True)
        self.lay_out(self.title, self.problem, self.way, self.box, why, self.reason, None)
        self.end_with(self.go, tr("Up: put in. Down: take out."))
        for value in (True, False):
            self.way.button(value).setFocusPolicy(self.go.focusPolicy())
        self._turn(is_in=False)

    def begin(self) -> None:
        """Take the keyboard."""
        self.box.field.setFocus()
        self.box.field.selectAll()

    def step(self, by: int) -> None:
        """Up puts cash in, Down takes it out."""
        self._turn(is_in=by < 0)

    def enter(self) -> None:
        """Do it; while no reason is typed, go on to it."""
        moved = self._money()
        reason = typed(self.reason)
        if not reason:
            go_to(self.reason)
            raise Refused("reason_missing")
        self.jobs.start(lambda: self._move(moved, reason))

    def _turn(self, *, is_in: bool) -> None:
        self.way.choose(is_in)
        self.go.setText(tr("Put in") if is_in else tr("Take out"))

    def _money(self) -> Money:
        """Return how much; where it is none, go there, refused."""
        try:
            return _some(Money.of(amount(self.box.field.text()), self._context.store.currency))
        except Refused:
            go_to(self.box.field)
            raise

    async def _move(self, money: Money, reason: str) -> None:
        self.problem.hide()
        is_in = bool(self.way.current())
        await self._context.desk.do(
            api.shifts.move_cash, shift_id=self._shift.id, amount=money, reason=reason, is_in=is_in
        )
        words = tr("{amount} put in.") if is_in else tr("{amount} taken out.")
        self.moved.emit(words.format(amount=self._context.money(money)))


def _some(money: Money) -> Money:
    if money.amount <= 0:
        raise Refused("bad_amount")
    return money
