"""Let a person choose where two changed the same field: mine and theirs, side by side."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from storedesk.domain.merging import Clash, Merge, MergeSide
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.input.keyboard import TAB, be_one_stop
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.buttons import primary, quiet, secondary
from storedesk.ui.kit.looks.cards import boxed, column, row, scrolling
from storedesk.ui.kit.looks.labels import Label, muted, plain
from storedesk.ui.kit.looks.theme import color

K = TypeVar("K", bound=Hashable)
PADDING = 12
ROUND = 16
MOST_LINES = 4
WIDTH = 640
LISTED = 380
"""Pixels of height that the list of fields may take before it scrolls."""


@dataclass(frozen=True, slots=True)
class Contested:
    """A field that two people changed, as it is shown (translated)."""

    label: str
    mine: str
    theirs: str


class SideCard(QAbstractButton):
    """What one of the two wrote: a card that can be chosen; its keys are the field's."""

    accessible_role: ClassVar = QAccessible.Role.RadioButton
    passed = Signal()
    """The keyboard has come here, or has gone."""

    def __init__(self, field: str, title: str, value: str) -> None:
        super().__init__()
        self.title, self.value = title, value or tr("(nothing)")
        self.setCheckable(True)
        self.setAccessibleName(f"{field}, {title}: {self.value}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Space takes it; what else is pressed is the field's."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: the ring is the field's."""
        super().focusInEvent(event)
        self.passed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: and it goes."""
        super().focusOutEvent(event)
        self.passed.emit()

    def hasHeightForWidth(self) -> bool:
        """Answer Qt: long words take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Answer Qt: the title, and at most four lines of words."""
        metrics = paint.style(13, theme.MEDIUM)[1]
        room = QRectF(0, 0, self._room(width), 10_000)
        needed = metrics.boundingRect(room, self._flags(width), self.value).height()
        lines = min(MOST_LINES * metrics.lineSpacing(), needed)
        self.setToolTip(plain(self.value) if needed > lines else "")
        return round(2 * PADDING + 20 + max(lines, metrics.lineSpacing()))

    def sizeHint(self) -> QSize:
        """Answer Qt: half of a dialog."""
        return QSize(240, self.heightForWidth(240))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a rounded card, its mark, whose words they are, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        taken = self.isChecked()
        edge = "accent" if taken else "muted" if self.underMouse() else "edge"
        painter.setPen(QPen(color(edge), 2 if taken else 1))
        painter.setBrush(color("selection" if taken else "field"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        self._paint_mark(painter, taken=taken)
        face, metrics = paint.style(12, theme.DEMIBOLD)
        painter.setFont(face)
        painter.setPen(color("accent" if taken else "muted"))
        left = PADDING + ROUND + 8
        painter.drawText(left, round(PADDING + metrics.ascent()), self.title)
        painter.setFont(paint.style(13, theme.MEDIUM)[0])
        painter.setPen(color("text"))
        box = QRectF(left, PADDING + 20, self._room(self.width()), self.height() - 2 * PADDING - 20)
        painter.setClipRect(box)
        painter.drawText(box, self._flags(self.width()), self.value)

    def _paint_mark(self, painter: QPainter, *, taken: bool) -> None:
        box = QRectF(PADDING, PADDING, ROUND, ROUND).adjusted(1, 1, -1, -1)
        painter.setBrush(color("card"))
        painter.setPen(QPen(color("accent" if taken else "muted"), 4 if taken else 1))
        painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5) if taken else box)

    def _room(self, width: int) -> int:
        return max(40, width - 2 * PADDING - ROUND - 8)

    def _flags(self, width: int) -> int:
        metrics, room = paint.style(13, theme.MEDIUM)[1], self._room(width)
        fits = all(metrics.horizontalAdvance(word) <= room for word in self.value.split())
        return int(Qt.TextFlag.TextWordWrap if fits else Qt.TextFlag.TextWrapAnywhere)


class ContestedField(QWidget):
    """One field: its name over what both wrote. Left takes mine, right theirs."""

    decided = Signal()

    def __init__(self, shown: Contested) -> None:
        super().__init__()
        self.mine = SideCard(shown.label, tr("Mine"), shown.mine)
        self.theirs = SideCard(shown.label, tr("Theirs"), shown.theirs)
        self.label = Label(shown.label, weight=theme.DEMIBOLD)
        self.setAccessibleName(shown.label)
        self.setFocusProxy(self.mine)
        group = QButtonGroup(self)
        self.side: MergeSide | None = None
        for side, card in ((MergeSide.MINE, self.mine), (MergeSide.THEIRS, self.theirs)):
            group.addButton(card)
            card.setFocusPolicy(TAB if card is self.mine else Qt.FocusPolicy.NoFocus)
            card.passed.connect(self.update)
            card.clicked.connect(lambda _=False, side=side: self.take(side))
        sides = row(self.mine, self.theirs, gap=10)
        inner = column(self.label, sides, gap=6)
        inner.setContentsMargins(8, 6, 8, 8)
        self.setLayout(inner)

    def take(self, side: MergeSide) -> None:
        """Choose one side."""
        self.side = side
        taken = self.mine if side is MergeSide.MINE else self.theirs
        taken.setChecked(True)
        be_one_stop((self.mine, self.theirs))
        self.setFocusProxy(taken)
        taken.setFocus()
        self.decided.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: left and right take, up and down go to the next field."""
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_M:
                self.take(MergeSide.MINE)
            case Qt.Key.Key_Right | Qt.Key.Key_T:
                self.take(MergeSide.THEIRS)
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Answer Qt: a ring while the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(paint.ANTIALIASED)
            painter.setPen(QPen(color("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


class ConflictDialog(Dialog, Generic[K]):
    """Asks for each contested field which value is kept; none is chosen beforehand."""

    def __init__(
        self, parent: QWidget, what: str, contested: Sequence[tuple[K, Contested]], *, who: str = ""
    ) -> None:
        """Ask about the record `what`; `who` saved it meanwhile, where that is known."""
        title = tr("{what} was changed meanwhile")
        super().__init__(parent, title.format(what=what), width=WIDTH)
        self.fields = {field: ContestedField(shown) for field, shown in contested}
        self.save = primary(tr("Save"), icon="save")
        self.save.clicked.connect(self.accept)
        for one in self.fields.values():
            one.decided.connect(self._judge)
        body = boxed(column(*self.fields.values(), gap=6))
        area = scrolling(body)
        area.setFixedHeight(min(LISTED, body.heightForWidth(WIDTH - 48) + 4))
        self.lay_out(Label(self._reason(who), ink="muted", wrap=True), area)
        self._lay_out_buttons()
        self._judge()
        next(iter(self.fields.values())).setFocus()

    def answers(self) -> dict[K, MergeSide]:
        """Return which side was chosen, field by field."""
        return {field: side for field, one in self.fields.items() if (side := one.side)}

    def _lay_out_buttons(self) -> None:
        back = secondary(tr("Keep editing"), cap="Esc")
        back.clicked.connect(self.reject)
        all_mine = quiet(tr("All mine"))
        all_mine.clicked.connect(lambda: self._take_all(MergeSide.MINE))
        all_theirs = quiet(tr("All theirs"))
        all_theirs.clicked.connect(lambda: self._take_all(MergeSide.THEIRS))
        self.still = muted()
        self.lay_out(row(self.still, None, all_mine, all_theirs, back, self.save, gap=8))

    def _reason(self, who: str) -> str:
        if who:
            text = tr("{who} saved it while you were editing. Which version should be kept?")
            return text.format(who=who)
        return tr("Someone else saved it while you were editing. Which version should be kept?")

    def _take_all(self, side: MergeSide) -> None:
        for one in self.fields.values():
            one.take(side)
        self.save.setFocus()

    def _judge(self) -> None:
        left = len(self.fields) - len(self.answers())
        self.save.setEnabled(not left)
        self.save.setDefault(not left)
        text = tr("{count} to decide: \u2190 mine, \u2192 theirs")
        self.still.setText(text.format(count=left) if left else "")


async def settle(
    parent: QWidget,
    what: str,
    merged: Merge[K],
    describe: Callable[[Clash[K]], Contested],
    *,
    who: str = "",
) -> dict[K, object] | None:
    """Return the fields that are to be saved, asking for those that clash; None: go on editing.

    `describe` says what a clash is about.
    """
    if not merged.clashes:
        return merged.settled({})
    contested = [(clash.field, describe(clash)) for clash in merged.clashes]
    dialog = ConflictDialog(parent, what, contested, who=who)
    if not await dialog.shown():
        return None
    return merged.settled(dialog.answers())
