"""Sell gift cards at the till, look at one, top it up, and print what is worth money once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from storedesk import api
from storedesk.domain.credit import Credit, IssuedCredit, WrongCode
from storedesk.domain.credit_slips import CreditSlip
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.context import PageContext
from storedesk.ui.credit_slips import credit_slip
from storedesk.ui.kit.base.language import tr
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.gift_cards.balance import GiftCardBalancePanel
from storedesk.ui.till.gift_cards.selling import SellGiftCardPanel
from storedesk.ui.till.receipts.print_panel import PrintPanel
from storedesk.ui.till.shifts.shift_controller import ShiftController


class GiftCardController(QObject):
    """Opens the panels of gift cards; money is only taken in one's own shift."""

    said = Signal(str)
    """What has been done, in words."""
    refused = Signal(object)
    """The Refused that says why nothing was done."""

    def __init__(
        self, context: PageContext, panel_host: PanelHost, shifts: ShiftController
    ) -> None:
        super().__init__()
        self._context, self._panel_host, self._shifts = context, panel_host, shifts

    def may_sell(self) -> bool:
        """Tell whether the key of gift cards does something now: while nothing else is asked."""
        return self._panel_host.panel is None

    def sell(self) -> None:
        """Ask how much is to be on a new card."""
        self._ask(self.sell, None)

    async def look(self, code: str) -> None:
        """Say what is on the card that has a code. Refused: as api.credit.credit_balance does."""
        answer = await self._context.desk.do(api.credit.credit_balance, code=code)
        if isinstance(answer, WrongCode):
            raise answer.refusal
        panel = GiftCardBalancePanel(self._context, answer)
        panel.top_up_asked.connect(lambda: self._top_up(code, answer))
        self._panel_host.open(panel)

    def _top_up(self, code: str, credit: Credit) -> None:
        self._ask(lambda: self._top_up(code, credit), (code, credit))

    def _ask(self, again: Callable[[], None], known: tuple[str, Credit] | None) -> None:
        shift = self._shifts.shift
        if shift is None:
            self._panel_host.shut()
            self.refused.emit(Refused("shift_not_open"))
        elif self._shifts.is_others:
            self._shifts.let_in(shift, again)
        else:
            panel = SellGiftCardPanel(self._context, shift, self._panel_host, known)
            panel.sold.connect(self._sold)
            self._panel_host.open(panel)

    def _sold(self, sold: IssuedCredit) -> None:
        """Show the slip, which Enter prints: the code of a new card is told this once."""
        money, context = self._context.money, self._context
        card = CreditSlip(sold.number, sold.balance, sold.code)
        slip = credit_slip(context, card, sold.at, added=sold.amount)
        self._panel_host.open(PrintPanel(slip))
        words = tr("{number}: {balance} is on it.")
        if sold.change:
            words = tr("{number}: {balance} is on it. Change: {change}.")
        self.said.emit(
            words.format(number=sold.number, balance=money(sold.balance), change=money(sold.change))
        )
