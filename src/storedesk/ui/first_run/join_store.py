"""Ask for a shared store: its server, and the certificate that verifies it."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from storedesk.documents import join_file
from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.refusals.filling import fill
from storedesk.settings import PORT, ServerAddress
from storedesk.ui.first_run.fields import PortField
from storedesk.ui.first_run.form_card import lay_out_form, promise
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.threads import answered
from storedesk.ui.kit.base.view import Jobs, spoken
from storedesk.ui.kit.dialogs.dialog import choose_file
from storedesk.ui.kit.forms.form import TextField, is_field_good
from storedesk.ui.kit.input.keyboard import FormPage, go_to
from storedesk.ui.kit.looks.buttons import Button, Kind, quiet, secondary
from storedesk.ui.kit.looks.cards import Card, boxed, column, row
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.tokens import Tone

READING = 5.0
"""Seconds after which reading a file is given up."""
BELOW_LABEL = 21
"""Pixels from the top of a field to its frame, below the label."""


def dropped_file(event: QDropEvent) -> Path | None:
    """Return the local file that is dragged, if it is exactly one, else None."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


class JoinStoreForm(FormPage):
    """Ask for host, port, database and CA file; encryption cannot be turned off."""

    wanted = Signal(object)
    """A ServerAddress to connect to."""
    left = Signal()

    def __init__(self, keep: Callable[[str], Path]) -> None:
        """Make the form; `keep` saves a certificate in the profile and returns its path."""
        super().__init__()
        self._keep = keep
        self.setAcceptDrops(True)
        self.problem = Banner()
        self._jobs = Jobs(self.refuse)
        self.host = TextField(tr("Server"), longest=253, hint="store.example.com")
        self.port = PortField(tr("Port"), width=110)
        self.port.show_value(PORT)
        self.database = TextField(tr("Database"), longest=40, hint="store")
        certificate = tr("CA file that verifies the server's certificate")
        self.ca_file = TextField(certificate, longest=4000, optional=True)
        self.ca_file.label.setText(certificate)  # optional only on this computer
        self.fields = (self.host, self.port, self.database, self.ca_file)
        self._lay_out()

    def begin(self) -> None:
        """Focus the join file button, or the server if it is filled in."""
        (self.host.input if self.host.text() else self.load).setFocus()

    def editors(self) -> Sequence[QWidget]:
        """Return no editors: Enter submits from every field."""
        return ()

    def submit(self) -> None:
        """Emit `wanted` if every field can be used."""
        self.problem.hide()
        good = [is_field_good(self.host), is_field_good(self.port)]
        good += [is_field_good(self.database), is_field_good(self.ca_file)]
        if not all(good):
            go_to(self.fields[good.index(False)].editor)
            return
        address = ServerAddress(
            host=self.host.value(),
            port=self.port.value(),
            database=self.database.value(),
            ca_file=self.ca_file.value(),
        )
        self.wanted.emit(address)

    def refuse(self, refusal: StoreError) -> None:
        """Show a refusal under its field, or else above the form."""
        if refusal.code in {"ca_file_missing", "ca_file_unreadable"}:
            self.ca_file.mark(refusal.sentence(spoken))
            self.ca_file.input.setFocus()
        else:
            self.problem.say(refusal.sentence(spoken))

    def show_address(self, address: ServerAddress) -> None:
        """Fill the fields in."""
        self.host.show_value(address.host)
        self.port.show_value(address.port)
        self.database.show_value(address.database)
        self.ca_file.show_value(address.ca_file)

    def read(self, file: Path) -> None:
        """Start to fill the fields in from a join file."""
        self._jobs.start(partial(self.fill_in, file))

    async def idle(self) -> None:
        """Wait until every job has ended."""
        await self._jobs.idle()

    async def fill_in(self, file: Path) -> None:
        """Fill the fields in from a join file; give up if its folder does not answer."""
        try:
            reading = answered(partial(join_file.read, file))
            invitation = await asyncio.wait_for(reading, READING)
        except TimeoutError:
            words = tr("{file} cannot be read: its folder does not answer.")
            self.problem.say(fill((words,), {"file": file.name}, str))
            return
        if invitation is None:
            self.problem.say(
                tr("This is not a join file: it names no server and database. Choose another file.")
            )
            return
        self.show_address(invitation.address)
        if invitation.certificate:
            try:
                self.ca_file.show_value(str(self._keep(invitation.certificate)))
            except OSError as failure:
                words = tr("The certificate cannot be saved: {what}.")
                self.problem.say(fill((words,), {"what": failure.strerror}, str))
                return
        for field in self.fields:
            field.mark("")
        self.problem.say(tr("Filled in from the file. Check the fields, then join."), Tone.INFO)
        self.join.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Answer Qt: one file may be dropped here."""
        if dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Answer Qt: read the join file."""
        if file := dropped_file(event):
            event.acceptProposedAction()
            self.read(file)

    def stop(self) -> None:
        """Cancel every job: the page is about to be removed."""
        self._jobs.cancel()

    async def choose_connection(self) -> None:
        """Ask for a join file and fill the fields in."""
        filters = [tr("Join files (*.storedesk *.toml)"), tr("All files (*)")]
        if file := await choose_file(self, tr("Join file"), filters=filters):
            await self.fill_in(file)

    async def choose_ca(self) -> None:
        """Ask for the CA file."""
        filters = [tr("Certificates (*.crt *.pem)"), tr("All files (*)")]
        if file := await choose_file(self, tr("CA file"), filters=filters):
            self.ca_file.show_value(str(file))
            self.ca_file.mark("")

    def _lay_out(self) -> None:
        back = quiet(tr("Back"), icon="arrow-left")
        back.clicked.connect(self.left)
        self.load = secondary(tr("Open a join file"), icon="file-text")
        self.load.clicked.connect(lambda: self._jobs.start(self.choose_connection))
        self.join = Button(tr("Join the store"), kind=Kind.PRIMARY, icon="log-in")
        self.join.clicked.connect(self.submit)
        browse = secondary(tr("Choose"))
        browse.setMinimumHeight(self.ca_file.input.sizeHint().height())
        browse.clicked.connect(lambda: self._jobs.start(self.choose_ca))
        top = row(self.host, self.port, gap=12)
        top.setStretch(0, 1)
        beside = column(browse)
        ca_line = row(self.ca_file, boxed(beside), gap=8)
        beside.setContentsMargins(0, BELOW_LABEL, 0, 0)
        for line, field in ((top, self.host), (top, self.port), (ca_line, self.ca_file)):
            line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        beside.addStretch(1)
        ca_line.setStretch(0, 1)
        lay_out_form(
            self, tr("Join a shared database"),
            self._by_file(),
            self.problem, top, self.database, ca_line, self._promise(),
            back=back, go=self.join,
        )  # fmt: skip

    def _by_file(self) -> QWidget:
        words = muted(
            tr(
                "Open the join file of your store's server, or drop it here. The server's"
                " administrator has the file, and knows what to type without it."
            ),
            wrap=True,
        )
        made = Card(margin=12)
        made.setProperty("kit", "inset")
        line = row(words, self.load, gap=16)
        line.setStretch(0, 1)
        made.add(line)
        return made

    def _promise(self) -> QWidget:
        return promise(
            tr(
                "The connection is encrypted, the server is verified with this certificate, and"
                " your password itself is never sent. A server on this computer needs no"
                " certificate."
            )
        )
