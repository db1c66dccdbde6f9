"""Make the fields of first run: the port of a server."""

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.forms.form import LineField


class PortField(LineField[int]):
    """The port of a server."""

    def value(self) -> int:
        """Return the port. Refused: port_unreadable."""
        typed = self._filled().strip()
        if not typed.isascii() or not typed.isdecimal() or not 0 < int(typed[:6]) < 2**16:
            raise Refused("port_unreadable")
        return int(typed)

    def show_value(self, value: int) -> None:
        """Show `value`."""
        self.input.setText(str(value))
