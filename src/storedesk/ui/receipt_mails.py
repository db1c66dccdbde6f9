"""Send receipts by e-mail, say to whom, and call them off while they wait."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from storedesk import api
from storedesk.domain.customers import email_address
from storedesk.domain.orders import MailedReceipt
from storedesk.domain.refusals.errors import Refused
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.banner import Note
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.form import TextField, is_field_good
from storedesk.ui.kit.looks.buttons import Button, primary, secondary
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.tokens import Tone

LONGEST = 255
NOBODY = "receipt_to_nobody"
"""The refusal of a sale in which there is nobody to write to."""


def address_field() -> TextField:
    """Return a field for the address that a receipt goes to."""
    return TextField(tr("E-mail"), longest=LONGEST)


def address_words() -> str:
    """Say what becomes of an address that is typed."""
    return tr("The receipt goes to this address once. It is not kept with any customer.")


class MailedNote(Note):
    """Says where a receipt goes, and calls the e-mail off again while it waits."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = Button(tr("Undo"), icon="undo-2", cap="Ctrl+Z")
        self.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add(self.undo)
        self._mailed: MailedReceipt | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether there is an e-mail to call off."""
        return self._mailed is not None and not self.isHidden()

    def show_mailed(self, mailed: MailedReceipt) -> None:
        """Say to whom it goes, or that the store keeps it."""
        self._mailed = mailed
        self.undo.show()
        words = {
            "": tr("The receipt {number} goes to {address}."),
            "demo": tr("The receipt {number} for {address} is in the Outbox. A demo store sends"
                       " no e-mail."),
            "not_set_up": tr("The receipt {number} for {address} waits in the Outbox: no mail"
                             " server is set up."),
        }  # fmt: skip
        said = words[mailed.kept].format(number=mailed.order_number, address=mailed.recipient)
        self.say(said, Tone.WARN if mailed.kept else Tone.OK)

    async def call_off(self, desk: Desk) -> None:
        """Call it off, and say so. Refused: mail_on_its_way."""
        mailed, self._mailed = self._mailed, None
        if mailed is None:
            return
        self.hide()
        await desk.do(api.receipts.call_off_receipt, mail=mailed.mail)
        self.undo.hide()
        words = tr("The e-mail to {address} is called off.")
        self.say(words.format(address=mailed.recipient), Tone.INFO)


async def mail_receipt(desk: Desk, order_id: UUID, recipient: str | None = None) -> MailedReceipt:
    """Send a receipt by e-mail, to its customer where nobody else is named."""
    return await desk.do(api.receipts.mail_receipt, order_id=order_id, recipient=recipient)


async def mail_to_customer(desk: Desk, order_id: UUID) -> MailedReceipt | None:
    """Send it to the order's customer; None where there is nobody to write to."""
    try:
        return await mail_receipt(desk, order_id)
    except Refused as refusal:
        if refusal.code != NOBODY:
            raise
    return None


class ReceiptAddressDialog(Dialog):
    """Asks, over a page, where the receipt of an order goes. What was typed stays if refused."""

    def __init__(
        self, parent: QWidget, number: str, send: Callable[[str], Awaitable[None]]
    ) -> None:
        super().__init__(parent, tr("E-mail the receipt {number}").format(number=number))
        self._send_it = send
        self.field = address_field()
        self.back = secondary(tr("Back"), cap="Esc")
        self.go = primary(tr("Send"), icon="send")
        self.go.setDefault(True)
        self.back.clicked.connect(self.reject)
        self.go.clicked.connect(self._go)
        self.lay_out(self.field, muted(address_words(), wrap=True))
        self.buttons(self.back, self.go)

    def _go(self) -> None:
        self.problem.hide()
        if is_field_good(self.field, email_address):
            self.start(self._send)

    async def _send(self) -> None:
        await self._send_it(email_address(self.field.value()))
        self.accept()
