"""Show when and where somebody signed in and out, for themselves and for an admin."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout

from storedesk.domain.sign_ins import SignInKind, SignInLine
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.cards import Card
from storedesk.ui.kit.looks.labels import Label, muted


def kind_label(kind: SignInKind) -> str:
    """Return what happened."""
    return {
        SignInKind.SIGN_IN: tr("Signed in"),
        SignInKind.LOCK: tr("Locked"),
        SignInKind.SWITCH: tr("Unlocked by PIN"),
        SignInKind.APPROVAL: tr("Approved by PIN"),
        SignInKind.WRONG_PIN: tr("Wrong PIN"),
        SignInKind.WRONG_BADGE: tr("Wrong badge"),
        SignInKind.SIGN_OUT: tr("Signed out"),
        SignInKind.PASSWORD: tr("New password"),
        SignInKind.DISABLE: tr("Disabled"),
    }[kind]


def place_label(line: SignInLine) -> str:
    """Return where: register and computer, where the server saw it, and the version."""
    version = tr("version {number}").format(number=line.program) if line.program else ""
    parts = (line.register, line.workstation, line.address, version)
    return ", ".join(part for part in parts if part)


class SignInHistory(Card):
    """The newest sign-ins of one person, a row each."""

    def __init__(self, form: Format) -> None:
        super().__init__(tr("Sign-ins"), gap=8)
        self._form = form
        self.none = muted(tr("No sign-in is on record yet."), wrap=True)
        self.kept = muted(
            tr("Only sign-ins with StoreDesk are recorded, and kept for 400 days. A wrong password"
               " is refused by the server before StoreDesk hears of it."),
            wrap=True,
        )  # fmt: skip
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(2, 1)
        self.column.addLayout(self._grid)
        self.add(self.none, self.kept)

    def show_lines(self, lines: Sequence[SignInLine]) -> None:
        """Show these instead of what is there."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.none.setVisible(not lines)
        for at, line in enumerate(lines):
            is_bad = line.kind in {SignInKind.WRONG_PIN, SignInKind.WRONG_BADGE}
            what = Label(kind_label(line.kind), ink="warn" if is_bad else "text")
            self._grid.addWidget(Label(self._form.moment(line.at)), at, 0)
            self._grid.addWidget(what, at, 1)
            self._grid.addWidget(Label(place_label(line), ink="muted", wrap=True), at, 2)
