"""Show what is chosen of few or very many things."""

from collections.abc import Iterable
from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

from storedesk.ui.kit.base.accessible import RoleInterface
from storedesk.ui.kit.forms.entries import BELOW, Entries, Entry
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.theme import color, pixmap

NAME, VALUE = QAccessible.Text.Name, QAccessible.Text.Value
LABEL = QAccessible.RelationFlag.Label
MENU = QAccessibleActionInterface.showMenuAction()
KEY = int(Qt.ItemDataRole.UserRole)
NARROWEST, WIDEST = 96, 280
LEFT, RIGHT = 12, 32
"""Pixels beside the words: the frame, and the sign that there is a list."""
SIGN = 16
MADE = "\x00made"
"""The key of what is not there yet."""


class _Rows(QAbstractListModel):
    """The entries as Qt asks for them: their paths, and behind those their keys."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries = Entries()

    def replace(self, entries: Entries) -> None:
        """Hold others."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Answer Qt: how many there are."""
        return 0 if parent.isValid() else len(self.entries.all)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Answer Qt: what cannot be taken is passed by."""
        is_choice = self.entries.can_take(index.row())
        return super().flags(index) if is_choice else Qt.ItemFlag.NoItemFlags

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """Answer Qt: a path or a key."""
        if role == KEY:
            return self.entries.all[index.row()].key
        is_read = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return self.entries.paths[index.row()] if is_read else None


class ChoiceInterface(RoleInterface):
    """A field to choose in: its name is what is chosen, after what it is for if no label says it.

    So Qt has it on Linux, but there it forgets the name of a field without a label.
    """

    def text(self, kind: QAccessible.Text) -> str:
        """Answer Qt: name and value."""
        widget = self.owner()
        if not isinstance(widget, QComboBox) or kind not in {
            NAME,
            VALUE,
        }:
            return super().text(kind)
        chosen = widget.currentText() or widget.placeholderText()
        is_told = kind == VALUE or bool(self.relations(LABEL))
        return chosen if is_told else ", ".join(filter(None, (widget.accessibleName(), chosen)))

    def state(self) -> QAccessible.State:
        """Answer Qt: it has a list that can be opened."""
        state = super().state()
        state.expandable = state.hasPopup = True
        state.expanded = bool(getattr(self.owner(), "is_open", bool)())
        return state

    def actionNames(self) -> list[str]:
        """Answer Qt: its list can be opened."""
        return [MENU, *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Answer Qt: open its list."""
        widget = self.owner()
        if name == MENU and isinstance(widget, QComboBox):
            widget.showPopup()
        else:
            super().doAction(name)


class ChoiceBox(QComboBox):
    """Holds entries, one of them chosen, and shows that one; it opens nothing."""

    accessible_role: ClassVar = QAccessible.Role.ComboBox
    accessible_interface: ClassVar = ChoiceInterface

    def __init__(self) -> None:
        super().__init__()
        self._model = _Rows(self)
        self.setModel(self._model)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    @property
    def entries(self) -> Entries:
        """Return what is offered."""
        return self._model.entries

    def offer(self, entries: Iterable[Entry]) -> None:
        """Offer other entries; what is chosen stays so where it is among them."""
        self.hidePopup()
        kept, words = self.currentData(), self.currentText()
        offered = [*entries]
        if kept == MADE:
            offered.append(Entry(MADE, words))
        self._model.replace(Entries(offered))
        self.setCurrentIndex(self.entries.row(kept))
        self.updateGeometry()

    def findData(self, data: object, _role: int = KEY, _flags: object = None) -> int:
        """Return the row of a key; -1 where there is none."""
        return self.entries.row(data)

    def show_made(self, words: str) -> None:
        """Show what is not there yet as chosen; "" shows nothing."""
        offered = [one for one in self.entries.all if one.key != MADE]
        if words:
            offered.append(Entry(MADE, words))
        self._model.replace(Entries(offered))
        self.setCurrentIndex(self.entries.row(MADE))

    def is_covered(self) -> bool:
        """Tell whether something else is written where the choice stands."""
        return False

    def sizeHint(self) -> QSize:
        """Answer Qt: room for the words of the first choices."""
        metrics = paint.style(13, theme.REGULAR)[1]
        words = (metrics.horizontalAdvance(path) for path in self.entries.paths[:60])
        width = round(max(words, default=0)) + LEFT + RIGHT
        return QSize(min(max(width, NARROWEST), WIDEST), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Answer Qt: names that are too long are cut."""
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: the frame by the stylesheet, what is chosen, and the sign of a list."""
        painter = QPainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        if self.is_covered():
            option.state |= QStyle.StateFlag.State_HasFocus
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
        if self.is_covered():
            return
        right = self.width() - RIGHT
        drawn = pixmap("chevrons-up-down", "muted", SIGN, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(right + 6, (self.height() - SIGN) / 2), drawn)
        box = QRectF(LEFT, 0, right - LEFT, self.height())
        face, metrics = paint.style(13, theme.REGULAR)
        painter.setFont(face)
        if self.currentIndex() < 0 or not self.isEnabled():
            painter.setPen(color("muted"))
            words = self.currentText() or self.placeholderText()
            words = metrics.elidedText(words, paint.ELIDE, box.width())
            painter.drawText(QPointF(LEFT, paint.baseline(box, metrics)), words)
        else:
            self._paint_path(painter, box)

    def _paint_path(self, painter: QPainter, box: QRectF) -> None:
        """Draw what is chosen, what it lies in more quietly; too long, it loses its beginning."""
        metrics = paint.style(13, theme.REGULAR)[1]
        path = self.currentText()
        is_within = self.entries.is_tree or BELOW in path
        elide = Qt.TextElideMode.ElideLeft if is_within else paint.ELIDE
        shown = metrics.elidedText(path, elide, box.width())
        above, joint, name = shown.rpartition(BELOW) if is_within else ("", "", shown)
        x, line = float(LEFT), paint.baseline(box, metrics)
        for words, ink in ((f"{above}{joint}", "muted"), (name, "text")):
            painter.setPen(color(ink))
            painter.drawText(QPointF(x, line), words)
            x += metrics.horizontalAdvance(words)

    def is_cut(self) -> bool:
        """Tell whether there is no room for all of the words."""
        metrics = paint.style(13, theme.REGULAR)[1]
        return metrics.horizontalAdvance(self.currentText()) > self.width() - LEFT - RIGHT
