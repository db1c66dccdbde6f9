"""Ask for a backup: its file or folder, which one, and the passphrase of an encrypted one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from storedesk.domain.backups import FoundBackup
from storedesk.domain.refusals.errors import StoreError
from storedesk.translations import locale_of
from storedesk.ui.first_run import locales
from storedesk.ui.first_run.form_card import lay_out_form, promise
from storedesk.ui.first_run.join_store import dropped_file
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import LANGUAGE, tr
from storedesk.ui.kit.base.view import Jobs, spoken
from storedesk.ui.kit.dialogs.dialog import choose_file
from storedesk.ui.kit.forms.form import ChoiceField, TextField, is_field_good
from storedesk.ui.kit.forms.passphrase import PassphraseField
from storedesk.ui.kit.input.keyboard import FormPage, go_to
from storedesk.ui.kit.looks.buttons import Button, Kind, quiet, secondary
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.store_access import StoreAccess

OF_PASSPHRASE = frozenset({"backup_passphrase", "passphrase_missing"})


class RestoreForm(FormPage):
    """Finds the backups in a file or folder, and asks for what opens one of them."""

    wanted = Signal(object, object)
    """The file of a backup, and its passphrase; None where it has none."""
    left = Signal()

    def __init__(self, access: StoreAccess) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._access = access
        self._jobs = Jobs(self.refuse)
        self._found: dict[str, FoundBackup] = {}
        self._looked_at = ""
        self.problem = Banner()
        self.place = TextField(tr("File or folder of the backup"), longest=4000)
        self.which = ChoiceField(tr("Backup"), ())
        self.passphrase = PassphraseField(tr("Passphrase"))
        self._lay_out()
        self.place.edited.connect(lambda: self._show_found([]))
        self.which.edited.connect(self._show_chosen)
        self._show_found([])

    def begin(self) -> None:
        """Focus the button that chooses a file, or what is to be typed next."""
        if self.passphrase.isVisibleTo(self):
            self.passphrase.setFocus()
        else:
            (self.restore if self._found else self.by_file).setFocus()

    def submit(self) -> None:
        """Look for backups at a place that was typed; else emit `wanted`."""
        self.problem.hide()
        if not is_field_good(self.place):
            go_to(self.place.editor)
        elif not self._found or self._looked_at != self.place.value():
            self._jobs.start(self.look)
        elif self._is_encrypted() and not is_field_good(self.passphrase):
            go_to(self.passphrase.editor)
        else:
            passphrase = self.passphrase.value() if self._is_encrypted() else None
            self.wanted.emit(self._found[self.which.value()].file, passphrase)

    def read(self, place: Path) -> None:
        """Start to look for backups in a file or folder."""
        self.place.show_value(str(place))
        self.place.mark("")
        self._jobs.start(self.look)

    async def look(self) -> None:
        """Show the backups at the place that is named; their disk may take its time."""
        self._show_found([])
        place = self.place.value()
        found = await self._access.found_backups(Path(place))
        if self.place.text().strip() == place.strip():
            self._looked_at = place
            self._show_found(found)
            self.begin()

    def refuse(self, refusal: StoreError) -> None:
        """Show a refusal under the passphrase if it is about that, or else above the form."""
        if refusal.code in OF_PASSPHRASE:
            self.passphrase.mark(refusal.sentence(spoken))
            self.passphrase.setFocus()
            self.passphrase.input.selectAll()
        else:
            self.problem.say(refusal.sentence(spoken))

    async def choose(self, mode: str) -> None:
        """Ask for a file or a folder, and look there."""
        if mode == "folder":
            place = await choose_file(self, tr("Folder of the backup"), mode="folder")
        else:
            filters = [tr("Backups (*.sealed *.dump *.sha256 *.roles.sql)"), tr("All files (*)")]
            place = await choose_file(self, tr("Backup"), filters=filters)
        if place:
            self.problem.hide()
            self.place.show_value(str(place))
            self.place.mark("")
            await self.look()

    async def idle(self) -> None:
        """Wait until every job has ended."""
        await self._jobs.idle()

    def stop(self) -> None:
        """Cancel every job: the page is about to be removed."""
        self._jobs.cancel()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Answer Qt: one file or folder may be dropped here."""
        if dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Answer Qt: look for backups there."""
        if file := dropped_file(event):
            event.acceptProposedAction()
            self.read(file)

    def _is_encrypted(self) -> bool:
        chosen = self._found.get(self.which.input.currentData() or "")
        return chosen is not None and chosen.is_encrypted

    def _show_found(self, found: Sequence[FoundBackup]) -> None:
        self._found = {str(one.file): one for one in found}
        form = Format(locale_of(LANGUAGE.language, locales.here()), locales.zone_here())
        self.which.show_choices((key, _label(one, form)) for key, one in self._found.items())
        self.which.setVisible(bool(found))
        self.restore.setText(tr("Restore the store") if found else tr("Look for backups"))
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.passphrase.mark("")
        self.passphrase.setVisible(self._is_encrypted())

    def _lay_out(self) -> None:
        back = quiet(tr("Back"), icon="arrow-left")
        back.clicked.connect(self.left)
        self.by_file = secondary(tr("Choose a file"), icon="file-text")
        self.by_file.clicked.connect(lambda: self._jobs.start(lambda: self.choose("file")))
        self.by_folder = secondary(tr("Choose a folder"), icon="hard-drive")
        self.by_folder.clicked.connect(lambda: self._jobs.start(lambda: self.choose("folder")))
        self.restore = Button(" ", kind=Kind.PRIMARY, icon="archive-restore")
        self.restore.clicked.connect(self.submit)
        told = tr(
            "Your people sign in as before, with the passwords that they had when the backup was"
            " made. A folder shows all backups in it; a backup without encryption is three files,"
            " of which you choose any one."
        )
        lay_out_form(
            self, tr("Restore from a backup"), muted(told, wrap=True), self.problem,
            row(self.by_file, self.by_folder, None, gap=8),
            self.place, self.which, self.passphrase, self._promise(),
            back=back, go=self.restore,
        )  # fmt: skip

    def _promise(self) -> QWidget:
        return promise(
            tr(
                "The backup is checked before anything is made, and is never changed. If the"
                " restoring fails or is canceled, nothing is left of it."
            )
        )


def _label(one: FoundBackup, form: Format) -> str:
    when = form.on_paper(one.taken_at) if one.taken_at else one.file.name
    parts = [when, one.store, form.size(one.size), tr("encrypted") if one.is_encrypted else ""]
    return " · ".join(part for part in parts if part)
