"""Ask for one's password and the PIN that one wants at workstations."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.form import Form, is_field_good
from storedesk.ui.kit.forms.password import PasswordField
from storedesk.ui.kit.looks.buttons import Button, Kind, primary, secondary
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.pin_field import PinField

SetPin: TypeAlias = Callable[[str, str, str | None], Awaitable[None]]
"""Takes login, password and PIN, None for none. Refused: bad_pin, obvious_pin, wrong_password."""


class OwnPinDialog(Dialog):
    """Set, change or remove one's own PIN; what is typed stays where that is refused."""

    def __init__(self, parent: QWidget, set_pin: SetPin, login: str, *, has_pin: bool) -> None:
        super().__init__(parent, tr("Change your PIN") if has_pin else tr("Set a PIN"))
        self._set_pin, self._login = set_pin, login
        self.is_removed = False
        self.password = PasswordField(tr("Password"))
        self.pin = PinField(tr("New PIN"))
        self.again = PinField(tr("New PIN once more"))
        self.about = {
            "wrong_password": self.password.editor,
            "bad_pin": self.pin.editor,
            "obvious_pin": self.pin.editor,
        }
        self.form = Form(self.password, self.pin, self.again)
        words = tr(
            "Four to eight digits. F12 locks this computer; your PIN unlocks it, as long as"
            " StoreDesk is not closed. Managers also approve with it."
        )
        self.save = primary(tr("Set the PIN"), icon="lock", cap="Enter")
        self.save.setDefault(True)
        self.save.clicked.connect(lambda: self.start(self.submit))
        self.remove = Button(tr("Remove the PIN"), kind=Kind.DANGER)
        self.remove.clicked.connect(lambda: self.start(self.take_away))
        if not has_pin:
            self.remove.hide()
        cancel = secondary(tr("Cancel"), cap="Esc")
        cancel.clicked.connect(self.reject)
        self.lay_out(self.form, muted(words, wrap=True))
        self.buttons(self.remove, cancel, self.save)
        self.password.editor.setFocus()

    async def submit(self) -> None:
        """Set the PIN, and close."""
        if not (self.form.is_good() and is_field_good(self.again, self._as_before)):
            return
        await self._set_pin(self._login, self.password.value(), self.pin.value())
        self.accept()

    async def take_away(self) -> None:
        """Remove the PIN, and close; only the password is needed for that."""
        if not is_field_good(self.password):
            return
        await self._set_pin(self._login, self.password.value(), None)
        self.is_removed = True
        self.accept()

    def _as_before(self, pin: str) -> None:
        if pin != self.pin.value():
            raise Refused("pins_differ")
