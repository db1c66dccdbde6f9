"""Ask for the weight or the price of what is not sold by the piece."""

from collections.abc import Awaitable
from decimal import Decimal
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from storedesk.domain.measures import checked_weight
from storedesk.domain.refusals.errors import NotAllowed, StoreError
from storedesk.domain.values.money import Money
from storedesk.ui.approval import ApprovalRequest, asking
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.forms.numbers import parse_kilograms, parse_price
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.approvals import ask_beside
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.sale.sale_controller import SaleController


class WeightPanel(Panel):
    """Asks for a weight in kilograms, or for a price; Enter adds the package to the sale.

    Beyond the limits of an open price a manager approves it beside the sale.
    """

    added = Signal()
    """The package is in the sale."""

    def __init__(
        self,
        context: PageContext,
        selling: SaleController,
        panel_host: PanelHost,
        refusal: StoreError,
    ) -> None:
        """`refusal` is the weight_needed or price_needed of the product."""
        self._is_price = refusal.code == "price_needed"
        said = self._said = refusal.parameters
        what = tr("Price") if self._is_price else tr("Weight in kg")
        super().__init__(what)
        self._context, self._selling, self._panel_host = context, selling, panel_host
        self._is_adding = False
        self._name = ", ".join(str(said[key]) for key in ("name", "description") if said.get(key))
        price = context.format.sum(Decimal(str(said["price"])), str(said["currency"]))
        self.field = LineInput()
        self.field.setAccessibleName(what)
        self.field.setFont(theme.font(28, theme.DEMIBOLD))
        self.go = pay_button(tr("Add to the sale"))
        self.go.clicked.connect(self.press)
        words = tr("Usually {price}") if self._is_price else tr("{price} per kilogram")
        about = Label(words.format(price=price), size=16, ink="muted", wrap=True)
        self.lay_out(self.title, Label(self._name, size=20, weight=theme.DEMIBOLD, wrap=True))
        self.lay_out(about, self.problem, self.field, None)
        self.end_with(self.go)

    def begin(self) -> None:
        """Take the keyboard."""
        self.field.setFocus()
        self.field.selectAll()

    def enter(self) -> None:
        """Add the package. A second Enter meanwhile does nothing."""
        typed = self.field.text()
        if self._is_price:
            given = parse_price(typed, locale=self._context.format.locale)
        else:
            given = checked_weight(parse_kilograms(typed))
        if not self._is_adding:
            self.jobs.start(lambda: self._add(given))

    def leave(self) -> None:
        """Go back, unless it is being added."""
        if not self._is_adding:
            super().leave()

    def refuse(self, refusal: StoreError) -> None:
        """Say what stands in the way; it can be typed again."""
        super().refuse(self._context.format.in_money(refusal))

    async def _add(self, given: Decimal) -> None:
        self.problem.hide()
        context, ask = self._context, partial(ask_beside, self._panel_host)
        self._is_adding = True
        self.go.setEnabled(False)
        try:
            words = partial(self._request, given)
            send = partial(self._send, given)
            await asking(ask, context.approvers, context.format, words, send)
        finally:
            self._is_adding = False
            self.go.setEnabled(True)
        self.added.emit()

    def _send(self, given: Decimal, approval: UUID | None) -> Awaitable[None]:
        said = self._said
        product = UUID(str(said["product"]))
        variant = UUID(str(said["variant"])) if said.get("variant") else None
        if not self._is_price:
            return self._selling.add_package(product, variant, weight=given)
        price = Money(given, str(said["currency"]))
        return self._selling.add_package(product, variant, price=price, approval=approval)

    def _request(self, given: Decimal, refusal: NotAllowed) -> ApprovalRequest:
        """Say to the manager what is asked, and what is allowed without them."""
        context, said = self._context, refusal.parameters
        currency = str(self._said["currency"])
        least, most = (
            context.money(Money.of(str(said[bound]), currency)) for bound in ("least", "most")
        )
        allowed = tr("{least} to {most}").format(least=least, most=most)
        facts = [
            (tr("Product"), self._name),
            (tr("Allowed without a manager"), allowed),
            (tr("Asked by"), context.me.name),
        ]
        price = context.money(Money(given, currency))
        return ApprovalRequest(tr("Sell at this price"), facts, (tr("Price"), price))
