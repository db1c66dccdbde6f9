"""What is done with the receipt of the chosen order: it is sent by e-mail."""

from functools import partial

from PySide6.QtWidgets import QWidget

from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import tr
from storedesk.ui.orders.queues import OrderQueues
from storedesk.ui.orders.receipt_buttons import has_receipt
from storedesk.ui.receipt_mails import (
    MailedNote,
    ReceiptAddressDialog,
    mail_receipt,
    mail_to_customer,
)


class OrderReceipts:
    """Sends receipts, for the page of orders."""

    def __init__(self, page: OrderQueues, context: PageContext) -> None:
        self._page, self._context = page, context
        self.mailed = MailedNote()
        page.notices.add(self.mailed)
        self.mailed.undo.clicked.connect(lambda: page.start(self._call_off))

    def register(self, actions: Actions, owner: QWidget) -> None:
        """Register what can be done, with the buttons beside the order."""
        group, buttons = tr("Orders"), self._page.detail.receipts
        mail = Action(
            name="orders.mail_receipt", text=tr("E-mail the receipt"),
            run=lambda: self._page.start(self._mail), group=group, keys=("Ctrl+M",), icon="mail",
            enabled=partial(self._may, owner),
        )  # fmt: skip
        undo = Action(
            name="orders.call_off_receipt", text=tr("Call the e-mail off again"),
            run=lambda: self._page.start(self._call_off), group=group, keys=("Ctrl+Z",),
            icon="undo-2", enabled=lambda: self.mailed.is_waiting,
        )  # fmt: skip
        actions.bind(mail, buttons.mail, owner)
        actions.add(undo, self._page)

    def _may(self, owner: QWidget) -> bool:
        return owner.isVisible() and has_receipt(self._page.detail.order, self._context)

    async def _mail(self) -> None:
        order = self._page.detail.order
        if order is None:
            return
        mailed = await mail_to_customer(self._context.desk, order.id)
        if mailed:
            self.mailed.show_mailed(mailed)
            return

        async def send(address: str) -> None:
            mailed = await mail_receipt(self._context.desk, order.id, address)
            self.mailed.show_mailed(mailed)

        await ReceiptAddressDialog(self._page, order.number, send).shown()

    async def _call_off(self) -> None:
        await self.mailed.call_off(self._context.desk)
