"""Show the cash ledger of a shift: all that happened at its drawer, and what is in it then."""

from collections.abc import Sequence
from uuid import UUID

from storedesk import queries
from storedesk.domain.shifts import CashEvent, CashKind
from storedesk.domain.values.money import Money
from storedesk.services.desk import Desk
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Sort
from storedesk.ui.kit.lists.source import DeskSource
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.looks.tokens import Tone


class CashSource(DeskSource[CashEvent]):
    """Reads the events of one shift, which has to be said of each of them, too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            keys=queries.cash_events.cash_event_keys,
            first=queries.cash_events.first_cash_events,
            records=queries.cash_events.cash_events,
            key=lambda event: event.id,
        )
        self.shift_id: UUID | None = None

    async def records(self, ids: Sequence[UUID]) -> Sequence[CashEvent]:
        """Return the events of `ids`; none while no shift is shown."""
        if self.shift_id is None:
            return []
        return await self._desk.read(self._records, ids, shift_id=self.shift_id)


class CashLedger(LongTable[CashEvent]):
    """Lists the events of a shift, the newest first."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._source = CashSource(context.desk)
        super().__init__(
            self._columns(),
            self._source,
            name=tr("Cash in the drawer"),
            sort=Sort("when", descending=True),
            empty=(tr("No shift is chosen"), tr("Choose one to see what happened at its drawer.")),
            row_height=48,
        )

    async def show_shift(self, shift_id: UUID) -> None:
        """Show the events of a shift; of the same one again, keep the place in them."""
        self._source.shift_id = shift_id
        await self.display({"shift_id": shift_id})

    def _columns(self) -> list[Column[CashEvent]]:
        context = self._context
        return [
            Column(
                tr("When and what"), self._what_cell, CellStyle.TEXT, 180, 1, "when",
                plain=lambda event: event.at,
                beside=[
                    (tr("What"), lambda event: cash_label(event.kind)),
                    (tr("Who"), lambda event: event.who),
                    (tr("Order"), lambda event: event.order),
                    (tr("Reason"), lambda event: event.remark),
                    (tr("Counted"), lambda event: event.counted),
                ],
            ),
            Column(
                tr("Amount"), self._amount_cell, CellStyle.MONEY, 84,
                plain=lambda event: event.amount,
            ),
            Column(
                tr("In the drawer"), lambda event: context.money(event.balance),
                CellStyle.NUMBER, 96, plain=lambda event: event.balance,
            ),
        ]  # fmt: skip

    def _what_cell(self, event: CashEvent) -> Cell:
        about = event.remark or event.order
        what = " · ".join(part for part in (cash_label(event.kind), about) if part)
        when = (self._context.format.moment(event.at), event.who)
        return Cell(what, " · ".join(part for part in when if part))

    def _amount_cell(self, event: CashEvent) -> Cell:
        if event.amount is not None:
            is_out = event.amount.amount < 0
            return Cell(signed(event.amount, self._context), tone=Tone.BAD if is_out else None)
        if event.kind is CashKind.COUNT and event.counted is not None:
            return Cell(self._context.money(event.counted), tone=Tone.MUTE)
        return Cell("")


def cash_label(kind: CashKind) -> str:
    """Return what happened at a drawer."""
    return {
        CashKind.FLOAT: tr("Float"),
        CashKind.SALE: tr("Cash payment"),
        CashKind.REFUND: tr("Cash given back"),
        CashKind.PAID_IN: tr("Cash put in"),
        CashKind.PAID_OUT: tr("Cash taken out"),
        CashKind.NO_SALE: tr("Opened without a sale"),
        CashKind.COUNT: tr("Drawer counted"),
        CashKind.CLOSE: tr("Shift closed"),
    }[kind]


def signed(money: Money | None, context: PageContext) -> str:
    """Return an amount with its sign; "" of none, 0 without a sign."""
    if money is None:
        return ""
    words = context.money(money)
    return f"+{words}" if money.amount > 0 else words
