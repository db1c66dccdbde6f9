"""Give a discount or set a price: how much, on the line or on the whole sale, and why."""

from collections.abc import Awaitable
from decimal import Decimal
from enum import Enum, auto
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from storedesk import api
from storedesk.domain import entry as grammar
from storedesk.domain.entry import Discount, TypedPrice
from storedesk.domain.refusals.errors import NotAllowed, Refused
from storedesk.domain.till import SaleLine
from storedesk.domain.values.money import Money
from storedesk.ui.approval import ApprovalRequest, asking
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.forms.segments import Segments
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, secondary
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.approvals import ask_beside
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.labels import pieces
from storedesk.ui.till.panels import Panel, typed
from storedesk.ui.till.sale.sale_controller import SaleController
from storedesk.ui.till.shifts.likely_reasons import LikelyReasons

LONGEST = 255
PERCENTS = (5, 10, 15, 20)
"""What is given most, each with a button."""


class DiscountPart(Enum):
    """What is typed into the panel."""

    LINE = auto()
    """What is given off the line."""
    SALE = auto()
    """What is given off the whole sale."""
    PRICE = auto()
    """What each piece of the line costs."""


class DiscountPanel(Panel):
    """Asks how much and why; beyond the limit a manager approves it beside the sale."""

    given = Signal()

    def __init__(
        self,
        context: PageContext,
        selling: SaleController,
        panel_host: PanelHost,
        line: SaleLine,
        wanted: Discount | TypedPrice | DiscountPart,
    ) -> None:
        """`wanted` is what was typed into the entry field, or what is to be typed here."""
        super().__init__(tr("Discount"))
        self._context, self._selling, self._panel_host = context, selling, panel_host
        self._line, self._order_id = line, selling.order_id
        self._is_asking = False
        choices = (
            (DiscountPart.LINE, tr("Line", "of a sale")),
            (DiscountPart.SALE, tr("Sale", "all of it")),
            (DiscountPart.PRICE, tr("Price")),
        )
        self.part: Segments[DiscountPart] = Segments(choices, name=tr("Discount on"))
        self.part.choose(_part(wanted))
        self.part.chosen.connect(self._name)
        self.what = Label(size=16, weight=theme.DEMIBOLD, wrap=True)
        self.value = _field(tr("10% or 2.50"), tr("How much"))
        self.value.setText("" if isinstance(wanted, DiscountPart) else _written(context, wanted))
        self.percents = [self._percent(one) for one in PERCENTS]
        self.reason = _field(tr("Reason"), tr("Reason"))
        self.likely = LikelyReasons(self.reason, _reasons(), is_numbered=True)
        self.go = pay_button(tr("Give the discount"))
        self.go.clicked.connect(self.press)
        self.lay_out(
            self.title, self.part, self.what, self.problem, self.value, row(*self.percents),
            self.reason, self.likely, None,
        )  # fmt: skip
        self.end_with(self.go)
        self._name()

    def begin(self) -> None:
        """Take the keyboard: for the reason, if it is known how much."""
        (self.reason if self.value.text() else self.value).setFocus()

    def enter(self) -> None:
        """Give it; from how much, go on to the reason. A second Enter meanwhile does nothing."""
        if self._is_asking:
            return
        wanted = self._wanted()
        if self.value.hasFocus() and not self.reason.text():
            self.problem.hide()
            self.reason.setFocus()
            return
        reason = typed(self.reason)
        if not reason:
            go_to(self.reason)
            raise Refused("reason_missing")
        self.jobs.start(lambda: self._give(wanted, reason))

    async def _give(self, wanted: Discount | TypedPrice, reason: str) -> None:
        self.problem.hide()
        context, ask = self._context, partial(ask_beside, self._panel_host)
        money = Money(wanted.value, context.store.currency)
        values: dict[str, Any] = {"order_id": self._order_id, "reason": reason}
        if isinstance(wanted, TypedPrice):
            values |= {"line_id": self._line.id, "price": money}
            command: Any = api.till.reprice_line
        else:
            command = api.discounts.discount_sale
            values |= {
                "line_id": None if wanted.is_whole else self._line.id,
                "percent": wanted.value if wanted.is_percent else None,
                "amount": None if wanted.is_percent else money,
            }

        def send(approval: UUID | None) -> Awaitable[None]:
            return self._selling.price(command, **values, approval=approval)

        self._is_asking = True
        try:
            words = partial(self._request, wanted, reason)
            await asking(ask, context.approvers, context.format, words, send)
        finally:
            self._is_asking = False
        self.given.emit()

    def _request(
        self, wanted: Discount | TypedPrice, reason: str, refusal: NotAllowed
    ) -> ApprovalRequest:
        """Say to the manager what is given off what, and what is left to pay."""
        detail: Any = refusal.parameters["detail"]
        if isinstance(wanted, TypedPrice):
            return self._price_request(detail, reason)
        form, currency = self._context.format, self._context.store.currency
        what = tr("Whole sale") if wanted.is_whole else _item(self._line)
        facts = [
            (tr("On"), f"{what}, {pieces(int(detail['pieces']))}"),
            (tr("Discount"), _written(self._context, wanted)),
            (tr("Usual price"), form.sum(grammar.amount(detail["list"]), currency)),
            (tr("Why"), reason),
            (tr("Asked by"), self._context.me.name),
        ]
        total = (tr("Price with the discount"), form.sum(grammar.amount(detail["cost"]), currency))
        return ApprovalRequest(tr("Give a discount"), facts, total)

    def _price_request(self, detail: Any, reason: str) -> ApprovalRequest:
        form, currency = self._context.format, self._context.store.currency
        price, count = grammar.amount(detail["price"]), int(detail["quantity"])
        facts = [
            (tr("On"), f"{_item(self._line)}, {pieces(count)}"),
            (tr("Usual price"), form.sum(grammar.amount(detail["list_price"]), currency)),
            (tr("New price"), form.sum(price, currency)),
            (tr("Why"), reason),
            (tr("Asked by"), self._context.me.name),
        ]
        total = (tr("Total"), form.sum(price * count, currency))
        return ApprovalRequest(tr("Set a price"), facts, total)

    def _wanted(self) -> Discount | TypedPrice:
        text, part = self.value.text(), self.part.current()
        try:
            if part is DiscountPart.PRICE:
                return TypedPrice(grammar.amount(text.strip().lstrip("/= ")))
            return grammar.discount(text, is_whole=part is DiscountPart.SALE)
        except Refused:
            go_to(self.value)
            raise

    def _name(self) -> None:
        """Say what the part that is chosen is about, and ask for its value."""
        sale, part = self._selling.sale, self.part.current()
        is_price = part is DiscountPart.PRICE
        whole = pieces(sale.pieces) if sale and part is DiscountPart.SALE else ""
        self.what.setText(self._priced() if is_price else whole or _item(self._line))
        for percent in self.percents:
            percent.setHidden(is_price)
        self.title.setText(tr("Price") if is_price else tr("Discount"))
        self.value.setPlaceholderText(tr("Price") if is_price else tr("10% or 2.50"))
        self.go.setText(tr("Set the price") if is_price else tr("Give the discount"))

    def _priced(self) -> str:
        """Name the line with what a piece of it costs now."""
        form, line = self._context.format, self._line
        price = form.sum(line.unit_price.amount, self._context.store.currency)
        words = tr("{item}: {price}, {pieces}")
        return words.format(item=_item(line), price=price, pieces=pieces(line.quantity))

    def _percent(self, percent: int) -> Button:
        made = secondary(self._context.format.percent(Decimal(percent) / 100))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self._take(percent))
        return made

    def _take(self, percent: int) -> None:
        self.value.setText(f"{percent}%")
        self.problem.hide()
        self.reason.setFocus()


def _field(words: str, name: str) -> LineInput:
    field = LineInput()
    field.setAccessibleName(name)
    field.setPlaceholderText(words)
    field.setMaxLength(LONGEST)
    field.setFont(theme.font(16))
    return field


def _item(line: SaleLine) -> str:
    return ", ".join(part for part in (line.name, line.description) if part)


def _part(wanted: Discount | TypedPrice | DiscountPart) -> DiscountPart:
    if isinstance(wanted, DiscountPart):
        return wanted
    if isinstance(wanted, TypedPrice):
        return DiscountPart.PRICE
    return DiscountPart.SALE if wanted.is_whole else DiscountPart.LINE


def _written(context: PageContext, wanted: Discount | TypedPrice) -> str:
    """Write it as it may be typed: "10%", "2.50"."""
    if isinstance(wanted, Discount) and wanted.is_percent:
        return f"{wanted.value.normalize():f}%"
    return context.format.amount(wanted.value)


def _reasons() -> list[str]:
    return [tr("Damaged"), tr("Regular customer"), tr("Last piece"), tr("Price match")]
