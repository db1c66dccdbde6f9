"""Choose where the money for goods without a receipt goes: store credit, or cash."""

from storedesk.domain.exchanges import Refund
from storedesk.domain.fulfillment import ReturnPreview
from storedesk.domain.open_returns import OpenReturnPreview
from storedesk.domain.staff import Group
from storedesk.domain.till import Method
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.returns.refund_choice import RefundChoice
from storedesk.ui.returns.way_button import WayButton


class CashOrCredit(RefundChoice):
    """Store credit, on a new gift card or one that is there; or cash, by a second approval."""

    def __init__(self, context: PageContext) -> None:
        self._is_manager = Group.MANAGER in context.me.groups
        super().__init__(context, is_narrow=True, other=WayButton(tr("Cash"), "banknote"))

    @property
    def is_cash(self) -> bool:
        """Whether it goes out of the drawer."""
        return self.as_paid.isChecked()

    def show_worth(self, worth: OpenReturnPreview | None) -> None:
        """Say what goes where; None while nothing comes back."""
        if worth is None:
            self.show_preview(None)
            return
        nothing = worth.total - worth.total
        cash = Refund(Method.CASH, worth.total, worth.cash - worth.total, None)
        self.show_preview(ReturnPreview(worth.total, worth.tax, nothing, (cash,), None))

    def _as_paid_remark(self) -> str:
        if self._is_manager:
            return tr("Out of the drawer")
        return tr("Out of the drawer, approved a second time")
