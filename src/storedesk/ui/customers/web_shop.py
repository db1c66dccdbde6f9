"""Ask for the web shop's address, on which links in e-mails are built."""

from PySide6.QtWidgets import QWidget

from storedesk import queries
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.form import is_field_good
from storedesk.ui.kit.forms.web_address import WebAddressField
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.labels import muted


class WebShopDialog(Dialog):
    """Ask an admin for the web shop's address."""

    def __init__(self, parent: QWidget, desk: Desk, seen: int, address: str) -> None:
        title = tr("The web shop's address")
        super().__init__(parent, title, width=520)
        self._desk, self._seen = desk, seen
        self.field = WebAddressField(
            tr("Web address"), optional=True, hint="https://shop.example.com"
        )
        self.field.show_value(address)
        self.about = {"web_address_unreadable": self.field.input}
        words = tr("Links in e-mails to customers lead to this address.")
        self.lay_out(muted(words, wrap=True), self.field)
        cancel = secondary(tr("Cancel"), cap="Esc")
        cancel.clicked.connect(self.reject)
        self.save = primary(tr("Save"), icon="save", cap="Enter")
        self.save.clicked.connect(lambda: self.start(self.submit))
        self.buttons(cancel, self.save)
        self.field.editor.setFocus()

    async def submit(self) -> None:
        """Save the address."""
        if is_field_good(self.field):
            await self._desk.edit(
                queries.store_settings.set_web_address, self.field.value(), seen=self._seen
            )
            self.accept()
