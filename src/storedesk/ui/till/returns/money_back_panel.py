"""Ask beside the sale what comes back, then why and where the money goes."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from storedesk.domain.refusals.errors import StoreError
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import TextField
from storedesk.ui.kit.looks.cards import Facts, boxed, column, scrolling
from storedesk.ui.returns.refund_choice import RefundChoice
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.labels import pieces
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.returns.return_lines import money_keys

STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class HasPieces(Protocol):
    """What comes back."""

    @property
    def pieces(self) -> int:
        """How many pieces come back."""


class MoneyBackPanel(Panel):
    """Enter goes from the goods to the money, and then gives it back; Esc goes back that way.

    Subclasses have the `draft` of what comes back, and say what Enter and a scan do.
    """

    hears_scans = takes_scans = True
    draft: HasPieces

    def __init__(  # noqa: PLR0913 - the parts that differ
        self,
        context: PageContext,
        title: str,
        *,
        entry: QWidget,
        lines: QWidget,
        choice: RefundChoice,
        line_keys: str,
        about: Sequence[QWidget] = (),
        beside_money: Sequence[QWidget] = (),
    ) -> None:
        """`entry` has the keyboard while `lines` are chosen; `about` stands above them."""
        super().__init__(title)
        self._context, self._line_keys = context, line_keys
        self._scans: list[str] = []
        self._is_giving = False
        self._entry, self._lines, self._choice = entry, lines, choice
        self.what, self.reason = Facts(), TextField(tr("Why"), longest=500)
        money = (self.what, self.reason, *beside_money, choice, None)
        self.money = scrolling(boxed(column(*money, gap=12)))
        self.money.installEventFilter(self)
        self.go = pay_button("")
        self.go.clicked.connect(self.press)
        choice.edited.connect(self.problem.hide)
        self.lay_out(self.title, *about, self.problem, lines, self.money)
        for part in (lines, self.money):
            self.column.setStretch(self.column.indexOf(part), 1)
        self.end_with(self.go, line_keys)
        self.money.hide()

    @property
    def is_about_money(self) -> bool:
        """Whether it asks where the money goes, and not what comes back."""
        return not self.money.isHidden()

    def begin(self) -> None:
        """Take the keyboard."""
        self._entry.setFocus()

    def refuse(self, refusal: StoreError) -> None:
        """Say what stands in the way; what was chosen stays."""
        super().refuse(self._context.format.in_money(refusal))
        self._choice.blame(refusal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: Up and Down choose where the money goes; they do not scroll."""
        if watched is self.money and isinstance(event, QKeyEvent) and event.key() in STEPS:
            if event.type() is QEvent.Type.KeyPress:
                self.step(STEPS[event.key()])
            return True
        return super().eventFilter(watched, event)

    def _step_way(self, by: int) -> None:
        """Choose another way for the money, and go to what it asks for."""
        self._choice.step(by)
        (self._choice.code if self._choice.is_credit else self.reason).setFocus()

    def _name_button(self) -> None:
        worth = self._choice.worth()
        words = tr("Continue · {amount}") if worth else tr("Continue")
        if self.is_about_money:
            words = self._choice.go_words()
        self.go.setText(words.format(amount=self._context.money(worth)))
        self.what.show_facts([(tr("Comes back"), pieces(self.draft.pieces))])

    def _ask_about_money(self, *, is_so: bool) -> None:
        self._lines.setVisible(not is_so)
        self.money.setVisible(is_so)
        (self.reason if is_so else self._entry).setFocus()
        self.keys.setText(money_keys() if is_so else self._line_keys)
        self._name_button()

    def _be_giving(self, *, is_so: bool) -> None:
        self._is_giving = is_so
        self.go.setEnabled(not is_so)
