"""Ask where a backup is made, and for the passphrase if it is to be encrypted."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.threads import answered
from storedesk.ui.kit.dialogs.dialog import Dialog, choose_file
from storedesk.ui.kit.forms.form import TextField, is_field_good
from storedesk.ui.kit.forms.passphrase import PassphraseField
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import boxed, column, row
from storedesk.ui.kit.looks.labels import Label, muted


@dataclass(frozen=True, slots=True)
class BackupWish:
    """Where a backup goes, and what opens it; "" leaves it as it is."""

    folder: Path
    passphrase: str = ""


class BackupDialog(Dialog):
    """A folder, and a passphrase typed twice. What happens if it is lost is said before."""

    def __init__(self, parent: QWidget, folder: Path | None) -> None:
        super().__init__(parent, tr("Back up now"), width=500)
        self.wish: BackupWish | None = None
        self.folder = TextField(tr("Folder"), longest=4000)
        if folder:
            self.folder.show_value(str(folder))
        self.choose_button = secondary(tr("Choose a folder"), icon="hard-drive")
        self.encrypts = QCheckBox(tr("Encrypt it with a passphrase"))
        self.passphrase = PassphraseField(tr("Passphrase"), is_new=True)
        self.again = PassphraseField(tr("Passphrase again"))
        self.yes = primary(tr("Back up"), icon="save")
        self.no = secondary(tr("Cancel"), cap="Esc")
        self._lay_out()
        self.about = {"folder_missing": self.folder.editor}

    def press(self) -> None:
        """Go on if every field can be used."""
        fields = [self.folder, *([self.passphrase, self.again] if self._encrypts() else [])]
        wrong = [field for field in fields if not is_field_good(field)]
        if not wrong and self._encrypts() and self.again.text() != self.passphrase.text():
            self.again.mark(tr("This is not the passphrase above. Type both again."))
            wrong = [self.again]
        if wrong:
            go_to(wrong[0].editor)
        else:
            self.start(self._take)

    async def _take(self) -> None:
        folder = await answered(partial(_folder, self.folder.value()))
        self.wish = BackupWish(folder, self.passphrase.value() if self._encrypts() else "")
        self.accept()

    async def _choose(self) -> None:
        title = tr("Choose a folder for the backup")
        if folder := await choose_file(self, title, mode="folder"):
            self.folder.show_value(str(folder))
            self.folder.mark("")

    def _encrypts(self) -> bool:
        return self.encrypts.isChecked()

    def _show_secret(self) -> None:
        self.secret.setVisible(self._encrypts())
        self.plain.setHidden(self._encrypts())
        if self._encrypts() and self.isVisible():
            self.passphrase.setFocus()

    def _lay_out(self) -> None:
        lost = tr(
            "Keep the passphrase somewhere else than the backup. It is saved nowhere: if it is"
            " lost, nobody can open this backup any more, neither you nor anybody who helps you."
        )
        bare = tr(
            "Without encryption, whoever has the backup can read all that is in the store, and the"
            " customers."
        )
        self.plain = muted(bare, wrap=True)
        self.secret = boxed(
            column(self.passphrase, self.again, Label(lost, wrap=True, ink="warn"), gap=12)
        )
        self.lay_out(
            self.folder, row(self.choose_button, None), self.encrypts, self.plain, self.secret
        )
        self.choose_button.clicked.connect(lambda: self.start(self._choose))
        self.encrypts.toggled.connect(lambda _: self._show_secret())
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.press)
        self.no.clicked.connect(self.reject)
        self.buttons(self.no, self.yes)
        self._show_secret()


def _folder(typed: str) -> Path:
    """Return a folder that is there. Refused: folder_missing."""
    folder = Path(typed).expanduser()
    if not (folder.is_absolute() and folder.is_dir()):
        raise Refused("folder_missing", folder=folder)
    return folder
