"""Make a field for a login."""

from storedesk.domain.logins import checked_login
from storedesk.ui.kit.forms.form import LineField


class LoginField(LineField[str]):
    """A staff member's login."""

    def value(self) -> str:
        """Return the login in lowercase. Refused: bad_login."""
        return checked_login(self._filled().strip().lower())

    def show_value(self, value: str) -> None:
        """Show `value`."""
        self.input.setText(value)
