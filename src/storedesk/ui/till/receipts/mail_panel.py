"""Ask for the address to which the receipt of a sale goes."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Signal

from storedesk.domain.customers import email_address
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import is_field_good
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.receipt_mails import address_field, address_words
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panels import Panel


class MailPanel(Panel):
    """Asks where a receipt goes; Enter sends it. What was typed stays if that is refused."""

    sent = Signal()

    def __init__(self, number: str, send: Callable[[str], Awaitable[None]]) -> None:
        super().__init__(tr("E-mail the receipt"))
        self._send_it = send
        self.field = address_field()
        about = Label(address_words(), ink="muted", wrap=True)
        self.go = pay_button(tr("Send"))
        self.go.clicked.connect(self.press)
        which = Label(number, size=16, tabular=True, selectable=True)
        self.lay_out(self.title, which, self.problem, self.field, about, None)
        self.end_with(self.go)

    def begin(self) -> None:
        """Take the keyboard."""
        self.field.setFocus()

    def enter(self) -> None:
        """Send it."""
        self.problem.hide()
        if is_field_good(self.field, email_address):
            self.jobs.start(self._send)

    async def _send(self) -> None:
        await self._send_it(email_address(self.field.value()))
        self.sent.emit()
