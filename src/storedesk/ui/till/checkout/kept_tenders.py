"""Have parts of a sale kept with it while its pay panel is open, and give them back."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from storedesk import api
from storedesk.domain.credit import TakenCredit, WrongCode
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.till import Tender
from storedesk.ui.context import PageContext
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.checkout.sale_money import SaleMoney
from storedesk.ui.till.checkout.taken_rows import given_back_words
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.sale.sale_controller import SaleController


class KeptTenders(QObject):
    """Takes gift cards and parts by hand: the database keeps each before the next is entered."""

    credit_changed = Signal(object)
    """The gift cards that pay the sale now, each a TakenCredit."""
    parts_changed = Signal(str, str)
    """Parts were taken or given back: what was typed for the rest, and what is to be said."""

    def __init__(
        self, context: PageContext, selling: SaleController, panel_host: PanelHost
    ) -> None:
        super().__init__()
        self._context, self._selling, self._panel_host = context, selling, panel_host
        self.money = SaleMoney(context.zero())
        """What the sale costs, and what has paid parts of it already."""

    def serve(self, panel: PayPanel) -> None:
        """Do what is asked for in a pay panel."""
        panel.part_entered.connect(self._take_part)
        panel.part_returned.connect(self._return_part)
        panel.code_entered.connect(self._take_card)
        panel.taken_credit.undone.connect(self._undo_card)

    def with_last(self, tender: Tender) -> list[Tender]:
        """Return what pays the sale: what is kept, then `tender`, if that pays anything."""
        kept = [one for one in self.money.tenders if one.id != tender.id]
        return kept + [tender] * bool(tender.amount)

    @property
    def _panel(self) -> PayPanel | None:
        panel = self._panel_host.panel
        return panel if isinstance(panel, PayPanel) else None

    def _is_free(self) -> bool:
        if self._panel is None or self._panel.is_busy:
            return False
        self._panel.work()
        return True

    def _take_card(self, code: str) -> None:
        if self._is_free():
            self._selling.queue.add(partial(self._ask_card, code))

    async def _ask_card(self, code: str) -> None:
        answer = await self._context.desk.do(
            api.credit.take_credit,
            order_id=self._selling.order_id, code=code, most=self.money.left,
        )  # fmt: skip
        if isinstance(answer, WrongCode):
            raise answer.refusal
        self._show_credit((*self.money.credit, answer))

    def _undo_card(self, one: TakenCredit) -> None:
        if self._is_free():
            self._selling.queue.add(partial(self._give_back, one))

    async def _give_back(self, one: TakenCredit) -> None:
        await self._context.desk.do(
            api.credit.give_credit_back,
            order_id=self._selling.order_id,
            tender=one.tender.id,
        )
        self._show_credit([kept for kept in self.money.credit if kept is not one])

    def _show_credit(self, credit: Sequence[TakenCredit]) -> None:
        self.money = replace(self.money, credit=tuple(credit))
        self.credit_changed.emit(self.money.credit)
        if self._panel:
            self._panel.show_taken(self.money.credit)

    def _take_part(self, tender: Tender, later: str) -> None:
        if self._is_free():
            self._selling.queue.add(partial(self._ask_part, tender, later))

    async def _ask_part(self, tender: Tender, later: str) -> None:
        """Have a part kept; where nobody knows if it was, the next quote says so."""
        try:
            parts = await self._context.desk.do(
                api.taken_tenders.take_tender, order_id=self._selling.order_id, tender=tender
            )
        except Unavailable as lost:
            if lost.code != "perhaps_done":
                raise
            self._panel_host.shut()
            raise Refused("part_unknown") from None
        self._show_parts(parts, later)

    def _return_part(self, tender: Tender) -> None:
        if self._is_free():
            self._selling.queue.add(partial(self._give_part_back, tender))

    async def _give_part_back(self, tender: Tender) -> None:
        parts = await self._context.desk.do(
            api.taken_tenders.give_tender_back, order_id=self._selling.order_id, tender_id=tender.id
        )
        amount = self._context.money(tender.amount)
        self._show_parts(parts, words=given_back_words(tender.method).format(amount=amount))

    def _show_parts(self, parts: Sequence[Tender], later: str = "", words: str = "") -> None:
        self.money = replace(self.money, parts=tuple(parts))
        if self._panel:
            self.parts_changed.emit(later, words)
