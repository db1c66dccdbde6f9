"""Show who is signed in at the foot of the side bar; pressed, it opens their preferences."""

from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from storedesk.ui.kit.base.accessible import tell_state
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.keyboard import pressed_by
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.chips import initials
from storedesk.ui.kit.looks.labels import plain
from storedesk.ui.kit.looks.sizes import px, target
from storedesk.ui.kit.looks.theme import color

FACE = 30
HEIGHT, NARROW = 44, 36
DOT, AROUND = 4, 2
"""Pixels of the dot from its middle, and of the ground around it."""


class PersonButton(QPushButton):
    """Initials, the name, and under it where they are; a dot tells whether the store answers."""

    accessible_role: ClassVar = QAccessible.Role.PageTab

    def __init__(self) -> None:
        super().__init__()
        self.name = self.remark = self.tip = ""
        self.lost = ""
        """Since when the store has not answered, in words; "" while it does."""
        self._is_narrow = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(lambda: tell_state(self, "selected"))
        self.hide()

    def show_person(self, name: str, remark: str) -> None:
        """Show who it is, and where."""
        self.name, self.remark = name, remark
        self._say()
        self.show()

    def show_lost(self, words: str) -> None:
        """Say that the store does not answer, in place of where they are; "" once it does."""
        self.lost = words
        self._say()

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Show the initials alone, or the words as well."""
        self._is_narrow = is_narrow
        self.setFixedHeight(target(NARROW if is_narrow else HEIGHT))
        self._say()

    def say(self, tip: str) -> None:
        """Tell what pressing it does."""
        self.tip = tip
        self.setAccessibleDescription(tip)
        self._say()

    def sizeHint(self) -> QSize:
        """Answer Qt: as wide as the bar."""
        return QSize(target(NARROW), target(NARROW if self._is_narrow else HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Answer Qt: names are cut rather than the bar widened."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter opens them, as Space does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a fill when pressed or pointed at, the initials, two lines."""
        painter, box = QPainter(self), QRectF(self.rect())
        paint.ground(
            painter, box, is_chosen=self.isChecked(), is_over=self.underMouse(),
            is_ringed=self.hasFocus(),
        )  # fmt: skip
        face = px(FACE)
        left = (box.width() - face) / 2 if self._is_narrow else 6
        self._paint_face(painter, QRectF(left, (box.height() - face) / 2, face, face))
        if not self._is_narrow:
            start = face + 16
            half = QRectF(start, 4, box.width() - start - 4, box.height() / 2 - 4)
            self._paint_words(painter, half, self.name, (13, theme.DEMIBOLD), "text")
            lower = half.translated(0, half.height())
            words, ink = (self.lost, "bad") if self.lost else (self.remark, "muted")
            self._paint_words(painter, lower, words, (12, theme.REGULAR), ink)

    def _paint_face(self, painter: QPainter, circle: QRectF) -> None:
        painter.setPen(paint.NO_PEN)
        painter.setBrush(color("card" if self.isChecked() else "mute_tint"))
        painter.drawEllipse(circle)
        painter.setPen(color("text"))
        painter.setFont(paint.style(11, theme.DEMIBOLD)[0])
        painter.drawText(circle, initials(self.name), paint.MIDDLE)
        painter.setPen(QPen(color("card"), AROUND))
        painter.setBrush(color("bad" if self.lost else "ok"))
        middle = circle.bottomRight() - QPointF(DOT, DOT)
        painter.drawEllipse(middle, DOT + AROUND / 2, DOT + AROUND / 2)

    @staticmethod
    def _paint_words(
        painter: QPainter, box: QRectF, words: str, face: tuple[int, QFont.Weight], ink: str
    ) -> None:
        font, metrics = paint.style(*face)
        painter.setFont(font)
        painter.setPen(color(ink))
        shown = paint.elided(words, int(box.width()), *face, False)  # noqa: FBT003
        painter.drawText(QPointF(box.left(), paint.baseline(box, metrics)), shown)

    def _say(self) -> None:
        self.setAccessibleName(f"{self.name}, {self.lost or self.remark}")
        lines = (self.name, self.remark, self.lost or tr("Connected"), self.tip)
        self.setToolTip(plain("\n".join(line for line in lines if line)))
        self.update()
