"""A card with a short list: each row opens what it is about, a link opens all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout

from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.cards import Card
from storedesk.ui.kit.looks.labels import ElidedLabel, Label, card_title
from storedesk.ui.kit.looks.sizes import pressed, px, target
from storedesk.ui.kit.looks.theme import color
from storedesk.ui.kit.looks.thumbnail import draw_thumbnail

ONE_LINE, TWO_LINES = 30, 44
INSET = 8
"""Pixels around the rows: with EDGE, their words begin where those of other cards do."""
EDGE, GAP, SIDE = 8, 12, 32
"""Pixels beside the words of a row, between its parts, and of its picture."""
NAME, REMARK, VALUE = (13, theme.MEDIUM), (12, theme.REGULAR), (13, theme.DEMIBOLD)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class CardRow:
    """A row: what it is about, and at its right a value with a note."""

    key: UUID
    name: str
    remark: str = ""
    value: str = ""
    note: str = ""
    note_ink: str = "muted"
    picture: str | None = None
    """The sha256 of a picture, where the card shows pictures."""

    @property
    def read_out(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.name, self.remark, self.value, self.note) if part)


class CardList(RowList[CardRow]):
    """The rows: Up and Down go through them, Enter opens one, a click too."""

    def __init__(
        self,
        name: str,
        *,
        is_one_line: bool,
        picture: Callable[[str | None], QPixmap | None] | None,
    ) -> None:
        height = ONE_LINE if is_one_line else TWO_LINES
        super().__init__(
            self._draw, height=lambda _: height, text=lambda row: row.read_out, name=name
        )
        self._is_one_line, self._picture = is_one_line, picture
        self.setMinimumHeight(pressed(height))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: the first row is chosen for whoever comes with the keyboard."""
        super().focusInEvent(event)
        if self.current() is None:
            self.go(1)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: nothing is chosen any more."""
        super().focusOutEvent(event)
        self.choose(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: go through the rows, and open one."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self.go(STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (row := self.current()):
            self.taken.emit(row)
        else:
            super().keyPressEvent(event)

    def _draw(self, painter: QPainter, box: QRectF, row: CardRow, is_current: bool) -> None:  # noqa: FBT001
        paint.ground(
            painter, box.adjusted(0, 1, 0, -1), is_chosen=is_current, is_over=False,
            is_ringed=is_current and self.hasFocus(),
        )  # fmt: skip
        left = box.left() + EDGE
        if self._picture is not None:
            side = px(SIDE)
            place = QRectF(left, box.center().y() - side / 2, side, side)
            draw_thumbnail(painter, place, self._picture(row.picture), 6)
            left += side + GAP
        box = QRectF(left, box.top(), box.right() - EDGE - left, box.height())
        if not is_current:
            painter.fillRect(QRectF(left, box.bottom(), box.width(), 1), color("line"))
        if self._is_one_line:
            self._draw_one_line(painter, box, row)
        else:
            self._draw_two_lines(painter, box, row)

    @staticmethod
    def _draw_one_line(painter: QPainter, box: QRectF, row: CardRow) -> None:
        right = box.right()
        for words, face, ink in ((row.value, VALUE, "text"), (row.note, REMARK, row.note_ink)):
            if words:
                right -= paint.ending_at(painter, box, right, words, face, ink) + GAP
        at = box.left() + paint.beginning_at(painter, box, right, row.name, NAME, "text") + GAP
        rest = QRectF(at, box.top(), max(0.0, right - at), box.height())
        paint.beginning_at(painter, rest, right, row.remark, REMARK, "muted")

    @staticmethod
    def _draw_two_lines(painter: QPainter, box: QRectF, row: CardRow) -> None:
        upper = QRectF(box.left(), box.top() + px(3), box.width(), px(20))
        lower = QRectF(box.left(), box.top() + px(21), box.width(), px(20))
        right = box.right()
        value = paint.ending_at(painter, upper, right, row.value, VALUE, "text")
        note = paint.ending_at(painter, lower, right, row.note, REMARK, row.note_ink)
        paint.beginning_at(painter, upper, right - value - GAP, row.name, NAME, "text")
        paint.beginning_at(painter, lower, right - note - GAP, row.remark, REMARK, "muted")


class RowCard(Card):
    """Title, count and remark; below them the rows, or why there are none."""

    opened = Signal(object)
    """The key of a row that is to be opened."""
    all_wanted = Signal()

    def __init__(
        self, title: str, *, nothing: str, all_words: str = "", is_one_line: bool = False,
        picture: Callable[[str | None], QPixmap | None] | None = None,
    ) -> None:  # fmt: skip
        """`nothing` says that there are no rows; `all_words` names what the link opens."""
        super().__init__(margin=INSET, gap=4)
        self.count, self.remark = (
            Label(size=13, ink="muted", tabular=True),
            ElidedLabel(ink="muted"),
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.setContentsMargins(EDGE, 0, EDGE, 0)
        for part in (card_title(title), self.count):
            head.addWidget(part)
        head.addStrut(target(34))
        head.addWidget(self.remark, 1)
        if all_words:
            self.all = Button(all_words, kind=Kind.LINK, trailing="chevron-right")
            self.all.setAccessibleName(f"{title}: {all_words}")
            self.all.clicked.connect(self.all_wanted)
            head.addWidget(self.all)
        self.nothing = Label(nothing, ink="muted", wrap=True)
        self.nothing.setContentsMargins(EDGE, 0, EDGE, 0)
        self.list = CardList(title, is_one_line=is_one_line, picture=picture)
        self.list.taken.connect(lambda row: self.opened.emit(row.key))
        self.add(head)
        self.add(self.nothing)
        self.column.addWidget(self.list, 1)
        self.column.addStretch(0)
        self.show_rows((), "", "")

    def show_rows(self, rows: Sequence[CardRow], count: str, remark: str) -> None:
        """Show these rows, how many there are in all, and a remark on them."""
        self.count.setText(count)
        self.remark.setText(remark)
        self.nothing.setHidden(bool(rows))
        self.list.setHidden(not rows)
        row = self.list.currentIndex().row()
        self.list.show_records(rows, min(row, len(rows) - 1))
