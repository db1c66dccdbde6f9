"""Ask for the password that somebody has and the one that they want."""

from PySide6.QtWidgets import QWidget

from storedesk.ui.context import OwnAccount
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.form import Form
from storedesk.ui.kit.forms.password import PasswordField
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.labels import muted


class OwnPasswordDialog(Dialog):
    """Change one's own password; what is typed stays where that is refused."""

    def __init__(self, parent: QWidget, account: OwnAccount, login: str) -> None:
        super().__init__(parent, tr("Change your password"))
        self._account, self._login = account, login
        self.old = PasswordField(tr("Password until now"))
        self.new = PasswordField(tr("New password"), is_new=True)
        self.about = {"wrong_password": self.old.editor, "password_short": self.new.editor}
        self.form = Form(self.old, self.new)
        words = tr("Then you are signed out, and sign in with the new one.")
        self.save = primary(tr("Change the password"), icon="key-round", cap="Enter")
        self.save.setDefault(True)
        self.save.clicked.connect(lambda: self.start(self.submit))
        cancel = secondary(tr("Cancel"), cap="Esc")
        cancel.clicked.connect(self.reject)
        self.lay_out(self.form, muted(words, wrap=True))
        self.buttons(cancel, self.save)
        self.old.editor.setFocus()

    async def submit(self) -> None:
        """Change the password, and close."""
        if not self.form.is_good():
            return
        await self._account.change_password(self._login, self.old.value(), self.new.value())
        self.accept()
