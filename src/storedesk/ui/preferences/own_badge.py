"""Make a badge for oneself, print it once, or give it back."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from storedesk.documents import badges
from storedesk.domain.badges import StaffBadge, new_badge
from storedesk.domain.file_names import file_name
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog, choose_file
from storedesk.ui.kit.forms.form import Form, is_field_good
from storedesk.ui.kit.forms.password import PasswordField
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, Kind, primary, secondary
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.kit.paper.barcode import bars
from storedesk.ui.kit.paper.other_printer import OtherPrinter
from storedesk.ui.kit.paper.printing import Pictures, page_for, to_pdf, to_printer

SetBadge: TypeAlias = Callable[[str, str, str | None], Awaitable[None]]
"""Takes login, password and the badge's secret, None for none. Refused: wrong_password."""
BAR, HEIGHT = 1, 70
"""Pixels of a bar on the screen."""


class OwnBadgeDialog(Dialog):
    """Asks for the password, then shows the badge this once; its secret is stored nowhere."""

    def __init__(self, parent: QWidget, context: PageContext, set_badge: SetBadge) -> None:
        super().__init__(parent, tr("Your badge"))
        self._context, self._set_badge = context, set_badge
        self._badge: StaffBadge | None = None
        self.is_withdrawn = False
        self.password = PasswordField(tr("Password"))
        self.about = {"wrong_password": self.password.editor}
        self.form = Form(self.password)
        self.words = muted(_words(has_badge=context.me.has_badge), wrap=True)
        self.name = Label(context.me.name, size=16, weight=theme.DEMIBOLD)
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(tr("Barcode of the badge"))
        self.make = primary(tr("Make a badge"), icon="scan-barcode", cap="Enter")
        self.make.setDefault(True)
        self.make.clicked.connect(lambda: self.start(self.submit))
        self.withdraw = Button(tr("Withdraw the badge"), kind=Kind.DANGER)
        self.withdraw.clicked.connect(lambda: self.start(self.take_away))
        self.withdraw.setVisible(context.me.has_badge)
        self.cancel = secondary(tr("Cancel"), cap="Esc")
        self.cancel.clicked.connect(self.reject)
        self.save = secondary(tr("Save as PDF"), icon="file-text")
        self.save.clicked.connect(lambda: self.start(self._save))
        self.print = primary(tr("Print"), icon="printer")
        self.print.clicked.connect(lambda: self.start(self._print))
        self.done_ = secondary(tr("Done"))
        self.done_.clicked.connect(self.accept)
        self.other = OtherPrinter()
        self.lay_out(self.form, self.name, self.picture, self.words, self.other)
        self.buttons(self.withdraw, self.cancel, self.make, self.save, self.done_, self.print)
        for part in (self.name, self.picture, self.save, self.print, self.done_):
            part.hide()
        self.password.editor.setFocus()

    async def submit(self) -> None:
        """Make a badge, in place of the one before, and show it."""
        if not is_field_good(self.password):
            return
        badge, me = new_badge(self._context.me.number), self._context.me
        await self._set_badge(me.login, self.password.value(), badge.secret)
        self._badge = badge
        self.password.show_value("")
        for asked in (self.form, self.make, self.withdraw, self.cancel):
            asked.hide()
        for shown in (self.name, self.picture, self.save, self.print, self.done_):
            shown.show()
        self.words.setText(
            tr("Print it now: it is shown this once, and kept nowhere. An older badge of yours is"
               " no longer good.")
        )  # fmt: skip
        picture = bars(_modules(badge), width=BAR, height=HEIGHT)
        self.picture.setPixmap(QPixmap.fromImage(picture))
        self.print.setDefault(True)
        self.print.setFocus()

    async def take_away(self) -> None:
        """Withdraw the badge, and close; only the password is needed for that."""
        if not is_field_good(self.password):
            return
        await self._set_badge(self._context.me.login, self.password.value(), None)
        self.is_withdrawn = True
        self.accept()

    @property
    def is_made(self) -> bool:
        """Whether there is a badge now that was not there before."""
        return self._badge is not None

    def reject(self) -> None:
        """Answer Qt: what was made stays made."""
        (self.accept if self.is_made else super().reject)()

    def document(self) -> tuple[str, Pictures]:
        """Return the card and its barcode."""
        if self._badge is None:
            return "", {}
        store, me = self._context.store, self._context.me
        html = badges.html(me.name, store.name, tr("Badge"))
        return html, {badges.BARCODE: bars(_modules(self._badge))}

    async def _print(self) -> None:
        html, pictures = self.document()
        page = page_for(self._context.store.country)

        async def send(printer: str) -> int:
            return await to_printer(
                html, page, title=tr("Badge"), printer=printer, pictures=pictures
            )

        await self.other.over(send, self._context.page_printer)
        self.words.setText(tr("Sent to the printer."))

    async def _save(self) -> None:
        html, pictures = self.document()
        path = await choose_file(
            self, tr("Save as PDF"), mode="save", name=file_name(tr("Badge"), ".pdf"),
            filters=["PDF (*.pdf)"],
        )  # fmt: skip
        if path is not None:
            page = page_for(self._context.store.country)
            await to_pdf(html, path.with_suffix(".pdf"), page, pictures=pictures)
            self.words.setText(tr("Saved as {name}.").format(name=path.name))


def _modules(badge: StaffBadge) -> tuple[bool, ...]:
    from storedesk.documents import barcodes  # noqa: PLC0415 rarely needed, and native

    return barcodes.code_128(badge.code)


def _words(*, has_badge: bool) -> str:
    if has_badge:
        return tr("You have a badge. A new one takes its place; withdraw it where it is lost.")
    return tr(
        "Scan it at the till or where this computer is locked, and you are at work. It works where"
        " you have signed in since StoreDesk was started. Managers also approve with it."
    )
