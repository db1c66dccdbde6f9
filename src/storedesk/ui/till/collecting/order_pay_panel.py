"""Take the money for an order at the till: a deposit, or all that is open."""

from typing import ClassVar

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.checkout.sale_money import SaleMoney


class OrderPayPanel(PayPanel):
    """The pay panel of an order: cards need a reference, and gift cards pay sales only."""

    takes_scans = True
    shows_sums = False
    needs_reference: ClassVar[bool] = True

    def __init__(self, context: PageContext, total: Money, *, is_deposit: bool) -> None:
        super().__init__(context, SaleMoney(total), None)
        self.title.setText(tr("Deposit") if is_deposit else tr("To pay"))
        self.tabs.tabs[Method.CREDIT].hide()

    def choose(self, method: Method) -> None:
        """Pay in another way; with a gift card nothing is paid, and that is said."""
        if method is Method.CREDIT:
            if self.method is Method.CREDIT:
                super().choose(Method.CASH)
                return
            if not any(letter.isdigit() for letter in self.amount.field.text()):
                self.give(self.due)  # nothing but the letter was typed
            self.refuse(Refused("credit_at_till"))
            return
        super().choose(method)

    def _tender(self) -> Tender | None:
        if any(self.amount.read(one).method is Method.CREDIT for one in self.amount.parts):
            go_to(self.amount.field)
            raise Refused("credit_at_till")
        return super()._tender()

    def scan(self, code: str) -> None:
        """Say that what was scanned was not taken."""
        self.tell_missed(code, is_kept=False)
