"""Make a field for the passphrase of an encrypted backup, hidden until its eye is pressed."""

from storedesk.domain.passphrases import LEAST_LETTERS, MOST_LETTERS, checked_passphrase
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.password import PasswordField


class PassphraseField(PasswordField):
    """A passphrase; a new one has at least so many letters."""

    def __init__(self, label: str, *, is_new: bool = False) -> None:
        hint = tr("at least {least} characters").format(least=LEAST_LETTERS) if is_new else ""
        super().__init__(label, hint=hint)
        self._has_rules = is_new
        self.eye.setText(tr("Show the passphrase"))
        self.input.limit(MOST_LETTERS)

    def value(self) -> str:
        """Return the passphrase. Refused: field_missing; of a new one passphrase_short."""
        if not self.text():
            raise Refused("field_missing")
        return checked_passphrase(self.text()) if self._has_rules else self.text()
