"""Show the side bar: the pages with icon and count, and who is signed in."""

from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from storedesk.ui.kit.base.accessible import tell_state
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.keyboard import be_one_stop, pressed_by
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.cards import boxed, column, hairline, row
from storedesk.ui.kit.looks.chips import ProgramMark, badge
from storedesk.ui.kit.looks.keys import written
from storedesk.ui.kit.looks.labels import ElidedLabel, Label, plain
from storedesk.ui.kit.looks.sizes import px, target
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.shell.person_button import PersonButton

WIDTH, NARROW, WIDEST = 176, 52, 216
"""Pixels of the bar with words, with icons alone, and with the longest words of a language."""
COUNT_WIDTH = 36
"""Pixels that are kept for a count beside the words."""
ITEM_HEIGHT = 36
TOP, MARK = 14, 26
PALETTE = "Ctrl+K"
"""The key of the palette: see shell/shortcuts.py."""
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def bar_width(*, is_narrow: bool, longest: int = 0) -> int:
    """Return how wide the bar is, with icons alone or with words, the longest `longest` pixels."""
    if is_narrow:
        return target(ITEM_HEIGHT) + NARROW - ITEM_HEIGHT
    words = longest + px(theme.ICON_SIZE) + px(COUNT_WIDTH) + 28 + 25
    return min(max(px(WIDTH), words), px(WIDEST))


class SideItem(QPushButton):
    """One page in the side bar."""

    def __init__(self, label: str, icon: str, tooltip: str = "") -> None:
        super().__init__()
        self.label, self.picture, self._tip = label, icon, tooltip
        self.count, self.tone = 0, Tone.MUTE
        self._is_ringed = False
        self._is_narrow = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoExclusive(True)
        self.setAccessibleName(label)
        self.toggled.connect(lambda: tell_state(self, "selected"))
        self.setToolTip(tooltip)
        self.setFixedHeight(target(ITEM_HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def accessible_role(self) -> QAccessible.Role:
        """A page of several; or what is done at once."""
        return QAccessible.Role.PageTab if self.isCheckable() else QAccessible.Role.Button

    def show_count(self, count: int, tone: Tone = Tone.MUTE) -> None:
        """Show how many things wait on that page; 0 shows nothing."""
        self.count, self.tone = count, tone
        label = f"{self.label} ({count})" if count else self.label
        self.setAccessibleName(label)
        self.setToolTip(f"{self._tip}: {count}" if count else self._tip)
        self.update()

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Show the icon alone, with a dot where something waits; or the words as well."""
        self._is_narrow = is_narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Answer Qt: as wide as the bar."""
        high = target(ITEM_HEIGHT)
        return QSize(high if self._is_narrow else px(WIDTH) - 25, high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter goes there, as Space does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: a ring, but only for whoever walks by keyboard."""
        self._is_ringed = event.reason() in _BY_KEY
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: fill when chosen, icon, words, count."""
        painter, box, lit = QPainter(self), QRectF(self.rect()), self.isChecked()
        paint.ground(
            painter, box, is_chosen=lit, is_over=self.underMouse(),
            is_ringed=self.hasFocus() and self._is_ringed,
        )  # fmt: skip
        ink = "text" if lit else "muted"
        size = px(theme.ICON_SIZE)
        drawn = pixmap(self.picture, ink, size, self.devicePixelRatioF())
        left = (self.width() - size) / 2 if self._is_narrow else 10
        painter.drawPixmap(QPointF(left, (self.height() - size) / 2), drawn)
        if self._is_narrow:
            self._paint_dot(painter)
            return
        face, metrics = paint.style(13, theme.DEMIBOLD if lit else theme.MEDIUM)
        start = 20 + size
        room = self.width() - start - 8 - self._paint_count(painter)
        weight = theme.DEMIBOLD if lit else theme.MEDIUM
        painter.setFont(face)
        painter.setPen(color(ink))
        label = paint.elided(self.label, round(room), 13, weight, False)  # noqa: FBT003
        painter.drawText(QPointF(start, paint.baseline(box, metrics)), label)

    def _paint_dot(self, painter: QPainter) -> None:
        """Draw that something waits; how much is in the tooltip."""
        if self.count:
            painter.setPen(QPen(color("card"), 2))
            painter.setBrush(color(self.tone.value))
            painter.drawEllipse(QPointF(self.width() - 9, 10), 5, 5)

    def _paint_count(self, painter: QPainter) -> float:
        """Draw the count at the right, and return how much room it took."""
        if not self.count:
            return 0
        text = str(self.count) if self.count < 1000 else "999+"  # noqa: PLR2004
        width = paint.style(11, theme.DEMIBOLD, tabular=True)[1].horizontalAdvance(text) + 14
        high = px(20)
        pill = QRectF(self.width() - 8 - width, (self.height() - high) / 2, width, high)
        badge(painter, pill, text, self.tone)
        return width + 8


class SearchButton(QPushButton):
    """What looks like a search field, and opens the palette: it finds everything."""

    def __init__(self) -> None:
        super().__init__()
        self._is_narrow = False
        self.setAccessibleName(tr("Do or find anything"))
        self.setToolTip(f"{tr('Do or find anything')} ({written(PALETTE)})")
        self.setFixedHeight(target(ITEM_HEIGHT - 2))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Show the icon alone, or the words as well."""
        self._is_narrow = is_narrow
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter opens it, as Space does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a field with icon, word and key."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        is_ringed = self.hasFocus()
        painter.setPen(QPen(color("accent" if is_ringed else "edge"), 2 if is_ringed else 1))
        painter.setBrush(color("hover" if self.underMouse() else "card"))
        painter.drawRoundedRect(box, paint.RADIUS, paint.RADIUS)
        size = px(theme.ICON_SIZE)
        drawn = pixmap("search", "muted", size, self.devicePixelRatioF())
        left = (self.width() - size) / 2 if self._is_narrow else 9
        painter.drawPixmap(QPointF(left, (self.height() - size) / 2), drawn)
        if self._is_narrow:
            return
        width = 0.0
        if paint.shows_caps():
            key = written(PALETTE)
            width = paint.cap_width(key)
            top = (self.height() - paint.cap_height()) / 2
            paint.cap(painter, QPointF(self.width() - width - 7, top), key)
        face, metrics = paint.style(13, theme.REGULAR)
        painter.setFont(face)
        painter.setPen(color("muted"))
        start = 16 + size
        room = round(self.width() - start - width - 12)
        words = paint.elided(tr("Search"), room, 13, theme.REGULAR, False)  # noqa: FBT003
        painter.drawText(QPointF(start, paint.baseline(box, metrics)), words)


class SideBar(QFrame):
    """Lists the pages; the lower items stand at the foot, above the person."""

    accessible_role: ClassVar = QAccessible.Role.PageTabList

    chosen = Signal(str)
    """The key of the page that was asked for."""
    search_wanted = Signal()
    """The field that finds everything was pressed."""

    def __init__(self, title: str = "StoreDesk") -> None:
        super().__init__()
        self.setProperty("kit", "bar")
        self.setAccessibleName(tr("Pages"))
        self.setFixedWidth(bar_width(is_narrow=False))
        self.items: dict[str, SideItem] = {}
        self._longest = 0
        """Pixels of the longest name of a page."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, TOP, 12, 16)
        self._column.setSpacing(2)
        self.store = ElidedLabel(size=12, ink="muted")
        self._words = boxed(column(Label(title, weight=theme.BOLD), self.store, gap=0))
        self.mark = ProgramMark(MARK)
        head = row(self.mark, self._words, gap=10)
        head.setStretch(1, 1)
        head.setContentsMargins(5, 0, 0, 8)
        self._column.addLayout(head)
        self.search = SearchButton()
        self.search.clicked.connect(self.search_wanted)
        self._column.addWidget(self.search)
        self._column.addSpacing(10)
        self._pages_end = self._column.count()
        self._foot = QVBoxLayout()
        self._foot.setSpacing(2)
        self._column.addStretch(1)
        self._column.addLayout(self._foot)
        self._column.addSpacing(8)
        self._column.addWidget(hairline())
        self._column.addSpacing(4)
        self.person = PersonButton()
        self._column.addWidget(self.person)
        self._is_narrow = False

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Show icons alone, where the window has no room for words; or the words again."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self.setFixedWidth(bar_width(is_narrow=is_narrow, longest=self._longest))
        side = (self.width() - 1 - target(ITEM_HEIGHT)) // 2 if is_narrow else 12
        self._column.setContentsMargins(side, TOP, side, 16)
        self._words.setVisible(not is_narrow)
        self.search.show_narrow(is_narrow=is_narrow)
        for item in self.items.values():
            item.show_narrow(is_narrow=is_narrow)
        self.person.show_narrow(is_narrow=is_narrow)

    def add(
        self, key: str, label: str, icon: str, tooltip: str = "", *, foot: bool = False
    ) -> SideItem:
        """Add a page; `foot` puts it at the lower end."""
        item = self.items[key] = SideItem(label, icon, tooltip)
        item.clicked.connect(lambda: self.chosen.emit(key))
        item.show_narrow(is_narrow=self._is_narrow)
        if foot:
            self._foot.addWidget(item)
        else:
            self._column.insertWidget(self._pages_end, item)
            self._pages_end += 1
            metrics = paint.style(13, theme.DEMIBOLD)[1]
            self._longest = max(self._longest, round(metrics.horizontalAdvance(label)))
            self.setFixedWidth(bar_width(is_narrow=self._is_narrow, longest=self._longest))
        self._be_in_order()
        return item

    def _be_in_order(self) -> None:
        """Have Tab go down the bar: Qt's order is that in which its parts were made."""
        pages = [item for item in self.items.values() if item.parent() is self]
        foot = [item for item in self.items.values() if item not in pages]
        for one, other in pairwise((self.search, *pages, *foot, self.person)):
            self.setTabOrder(one, other)

    def show_store(self, name: str, place: str) -> None:
        """Show which store this is; where it lies is told to who points at it."""
        self.store.setText(name)
        for part in (self.mark, self._words):
            part.setToolTip(plain(f"{name}\n{place}"))

    def choose(self, key: str) -> None:
        """Mark `key` as the visible page, without a signal; what is no item is the person's."""
        (self.items.get(key) or self.person).setChecked(True)
        be_one_stop(item for item in (*self.items.values(), self.person) if item.isCheckable())

    def show_person(self, name: str, remark: str) -> None:
        """Show who is signed in, and where."""
        self.person.show_person(name, remark)
