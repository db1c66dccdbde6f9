"""The parts of the pay panel: tender tabs, amount, quick notes, and payment references."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from storedesk.domain.till import Method
from storedesk.domain.values import cash
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.accessible import tell_state
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.input.scan_routes import be_typed_into
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import px, roomy
from storedesk.ui.kit.looks.theme import THEME, color, pixmap
from storedesk.ui.tender_labels import TENDER_ICONS, method_name
from storedesk.ui.till.keys import PaintedButton
from storedesk.ui.till.panels import typed

ICON, SMALLEST = 18, 11
"""Pixels of an icon, and of the smallest words."""
LOW, TWO, HIGH = 36, 48, 56
"""Pixels of a tab of one line, and of one with its icon over the word: at least, and at most."""


class TenderTab(PaintedButton):
    """One way to pay, with its letter: its icon and the letter over the word, where there is room.

    So a long word fits, as "Gutschein" does.
    """

    accessible_role: ClassVar = QAccessible.Role.PageTab

    def __init__(self, words: str, cap: str, icon: str) -> None:
        super().__init__(LOW)
        self.setMinimumHeight(roomy(TWO))
        self.setMaximumHeight(roomy(HIGH))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._words, self._cap, self._icon = words, cap, icon
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.toggled.connect(lambda: tell_state(self, "selected"))

    def sizeHint(self) -> QSize:
        """Answer Qt: two lines, where there is room."""
        return QSize(80, roomy(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: the fill when chosen, words and cap in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        box = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(color("edge") if self.isChecked() else paint.NO_PEN)
            painter.setBrush(color("card" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.height() < roomy(TWO):
            self._paint_line(painter, box)
        else:
            self._paint_two(painter, box)

    def _paint_two(self, painter: QPainter, box: QRectF) -> None:
        lit = self.isChecked()
        cap = paint.cap_width(self._cap)
        x = round((box.width() - ICON - 8 - cap) / 2)
        drawn = pixmap(self._icon, "accent" if lit else "muted", ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(x, 10 + (paint.cap_height() - ICON) / 2), drawn)
        paint.cap(painter, QPointF(x + ICON + 8, 8), self._cap, "text" if lit else "muted")
        face, metrics = paint.style(13, theme.DEMIBOLD if lit else theme.MEDIUM)
        painter.setFont(face)
        painter.setPen(color("text" if lit else "muted"))
        x = round((box.width() - metrics.horizontalAdvance(self._words)) / 2)
        half = 8 + paint.cap_height()
        lower = QRectF(0, half, box.width(), box.height() - half - 4)
        painter.drawText(QPointF(x, paint.baseline(lower, metrics)), self._words)

    def _paint_line(self, painter: QPainter, box: QRectF) -> None:
        face, metrics = paint.style(15, theme.DEMIBOLD if self.isChecked() else theme.MEDIUM)
        words, cap = metrics.horizontalAdvance(self._words), paint.cap_width(self._cap)
        x = (box.width() - words - cap - 10) / 2
        painter.setFont(face)
        painter.setPen(color("text" if self.isChecked() else "muted"))
        painter.drawText(QPointF(x, paint.baseline(box, metrics)), self._words)
        at = QPointF(round(x + words + 10), box.center().y() - paint.cap_height() / 2)
        paint.cap(painter, at, self._cap, "text" if self.isChecked() else "muted")


class TenderTabs(QFrame):
    """All ways to pay, side by side."""

    accessible_role: ClassVar = QAccessible.Role.PageTabList

    chosen = Signal(object)
    """The Method that was tapped."""

    def __init__(self, letters: Mapping[Method, str]) -> None:
        super().__init__()
        self.setProperty("kit", "inset")
        self.setAccessibleName(tr("How it is paid"))
        self.tabs: dict[Method, TenderTab] = {}
        group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 4, 4, 4)
        line.setSpacing(4)
        for method in letters:
            tab = TenderTab(method_name(method), letters[method], TENDER_ICONS[method])
            tab.clicked.connect(lambda _=False, method=method: self.chosen.emit(method))
            group.addButton(tab)
            line.addWidget(tab, 1)
            self.tabs[method] = tab

    def choose(self, method: Method) -> None:
        """Show `method` as the chosen one, without telling."""
        self.tabs[method].setChecked(True)


class _RingField(LineInput):
    """A bare field whose frame is drawn by the box around it."""

    def __init__(self, box: QWidget) -> None:
        super().__init__(parent=box)
        self._box = box

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: the ring appears."""
        super().focusInEvent(event)
        self._box.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: the ring goes."""
        super().focusOutEvent(event)
        self._box.update()


class AmountBox(QFrame):
    """An amount in large digits with its name before it; the ring says who has the keyboard."""

    def __init__(self, words: str, *, height: int = 64, size: int = 30) -> None:
        super().__init__()
        self.setFixedHeight(roomy(height))
        self.word = Label(words, size=15, ink="muted")
        self.field = _RingField(self)
        self.field.setAccessibleName(words)
        self.field.setMaxLength(40)
        self.field.setFont(theme.font(size, theme.DEMIBOLD, tabular=True))
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        THEME.changed.connect(self._recolor)
        self._recolor()
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 14, 4)
        line.setSpacing(12)
        line.addWidget(self.word)
        line.addWidget(self.field, 1)

    def say(self, words: str) -> None:
        """Call the amount something else."""
        self.word.setText(words)
        self.field.setAccessibleName(words)

    def _recolor(self) -> None:
        self.field.setStyleSheet(
            "QLineEdit, QLineEdit:focus { border: 0; padding: 0; background: transparent;"
            f" selection-background-color: {color('selection').name()};"
            f" selection-color: {color('text').name()}; }}"
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: the field's ground, and a ring of 2 px while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        lit = self.field.hasFocus()
        pen = painter.pen()
        pen.setColor(color("accent" if lit else "edge"))
        pen.setWidthF(2 if lit else 1)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(color("field"))
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, paint.RADIUS, paint.RADIUS)


class NoteButton(PaintedButton):
    """An amount that is likely to be handed over, and what comes back."""

    def __init__(self, value: Money, words: str, remark: str) -> None:
        super().__init__(56)
        self.value, self._words, self._remark = value, words, remark
        self.setAccessibleName(f"{words}, {remark}")
        self.setCheckable(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: two lines in a frame, filled when it is what stands in the field."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lit = self.isChecked()
        painter.setPen(color("accent" if lit else "edge"))
        painter.setBrush(color("selection" if lit else "hover" if self.underMouse() else "field"))
        painter.drawRoundedRect(box, paint.RADIUS, paint.RADIUS)
        self._middle(painter, roomy(8), 15, theme.DEMIBOLD, "text", self._words)
        self._middle(
            painter, roomy(28), 12, theme.REGULAR, "text" if lit else "muted", self._remark
        )

    def _middle(  # noqa: PLR0913, PLR0917 - a word, where it stands and how it looks
        self, painter: QPainter, top: float, size: int, weight: object, ink: str, words: str
    ) -> None:
        face, metrics = paint.style(size, weight, tabular=True)  # type: ignore[arg-type]
        while metrics.horizontalAdvance(words) > self.width() - 6 and px(size) > SMALLEST:
            size -= 1
            face, metrics = paint.style(size, weight, tabular=True)  # type: ignore[arg-type]
        painter.setFont(face)
        painter.setPen(color(ink))
        x = (self.width() - metrics.horizontalAdvance(words)) / 2
        box = QRectF(0, top, self.width(), px(22))
        painter.drawText(QPointF(x, paint.baseline(box, metrics)), words)


class QuickNotes(QWidget):
    """Exact, and the round amounts that people hand over."""

    taken = Signal(object)
    """The Money of the button that was tapped."""

    def __init__(self, context: PageContext, total: Money) -> None:
        super().__init__()
        self._context = context
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self.buttons: list[NoteButton] = []
        self.show_total(total)

    def show_total(self, total: Money) -> None:
        """Offer what is likely for that much."""
        money = self._context.money
        for button in self.buttons:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [NoteButton(total, tr("Exact"), money(total))]
        for value in cash.likely(total.amount, total.currency):
            note = Money.of(value, total.currency)
            words = money(note).removesuffix(".00").removesuffix(",00")
            back = tr("{change} back").format(change=money(note - total))
            self.buttons.append(NoteButton(note, words, back))
        for button in self.buttons:
            button.clicked.connect(lambda _=False, value=button.value: self.taken.emit(value))
            self._line.addWidget(button, 1)

    def mark(self, amount: Money | None) -> None:
        """Fill the button of the amount that stands in the field."""
        for button in self.buttons:
            button.setChecked(button.value == amount)


class Proof(QWidget):
    """Fields that prove a payment, each with its name above."""

    def __init__(self, fields: Sequence[tuple[str, str]]) -> None:
        """Take pairs of a key and the words above its field."""
        super().__init__()
        self.fields: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for at, (key, words) in enumerate(fields):
            field = LineInput()
            field.setAccessibleName(words)
            field.setMaxLength(100)
            be_typed_into(field)
            wide = len(fields) % 2 and at == len(fields) - 1
            row, column = at // 2 * 2, at % 2
            grid.addWidget(Label(words, size=12, ink="muted"), row, column, 1, 2 if wide else 1)
            grid.addWidget(field, row + 1, column, 1, 2 if wide else 1)
            self.fields[key] = field

    def value(self, key: str) -> str | None:
        """Return what was typed, cleaned, or None."""
        return typed(self.fields[key]) or None
