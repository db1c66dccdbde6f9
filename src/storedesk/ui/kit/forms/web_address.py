"""Make a field for the address of a web shop."""

from storedesk.domain.store import web_address
from storedesk.ui.kit.forms.form import LineField


class WebAddressField(LineField[str]):
    """The address of a web shop, or nothing."""

    def value(self) -> str:
        """Return the address with its scheme; "" for none. Refused: web_address_unreadable."""
        return web_address(self.text())

    def show_value(self, value: str) -> None:
        """Show `value`."""
        self.input.setText(value)
