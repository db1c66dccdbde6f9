"""Show the side bar: the pages with icon and count, and who is signed in."""

from itertools import pairwise
from math import ceil
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.keyboard import be_one_stop, pressed_by
from storedesk.ui.kit.lists.side_item import COUNT_WIDTH, ITEM_HEIGHT, ITEM_WIDTH, SideItem
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.cards import boxed, column, hairline, row
from storedesk.ui.kit.looks.chips import ProgramMark
from storedesk.ui.kit.looks.keys import with_key, written
from storedesk.ui.kit.looks.labels import ElidedLabel, Label, plain
from storedesk.ui.kit.looks.sizes import SIZES, px, target
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.shell.person_button import PersonButton

WIDTH, NARROW, WIDEST = ITEM_WIDTH + 25, 52, 216
"""Pixels of the bar with words, with icons alone, and with the longest words of a language."""
TOP, MARK = 14, 26
SPARED, SPARE = ("handbook", "sign_out"), 24
"""The items that a low window has no room for, the first to go first, and the pixels by which one
goes before it must."""
LOWEST = 28
"""Pixels of an item where all those of somebody who may do everything have no room otherwise."""
PALETTE = "Ctrl+K"
"""The key of the palette: see shell/shortcuts.py."""


def bar_width(*, is_narrow: bool, longest: int = 0) -> int:
    """Return how wide the bar is, with icons alone or with words, the longest `longest` pixels."""
    if is_narrow:
        return target(ITEM_HEIGHT) + NARROW - ITEM_HEIGHT
    words = longest + px(theme.ICON_SIZE) + px(COUNT_WIDTH) + 22 + 25
    return min(max(px(WIDTH), words), px(WIDEST))


class SearchButton(QPushButton):
    """What looks like a search field, and opens the palette: it finds everything."""

    def __init__(self) -> None:
        super().__init__()
        self._is_narrow = False
        self.setAccessibleName(tr("Do or find anything"))
        self.setToolTip(with_key(tr("Do or find anything"), written(PALETTE)))
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
        self._pages: list[SideItem] = []
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: there may be room for more, or for less."""
        super().resizeEvent(event)
        self.fit(self.height())

    def fit(self, height: int) -> None:
        """Leave out, at so many pixels, what has no room and is found by the search as well.

        Where that is not enough, the others are lower; where they are for fingers, the last pages
        are left out too, but for the one that is shown.
        """
        full = target(ITEM_HEIGHT)
        for item in self.items.values():
            item.setFixedHeight(full)
        for page in self._pages:
            page.show()
        spared = [self.items[key] for key in SPARED if key in self.items]
        pitch = full + self._foot.spacing()
        hidden = sum(item.isHidden() for item in spared)
        needed = self._column.minimumSize().height() + SPARE + hidden * pitch
        for item in spared:
            item.setVisible(height >= needed)
            needed -= pitch
        lack = self._column.minimumSize().height() - height
        if SIZES.is_touch:
            for page in reversed(self._pages):
                page.setVisible(lack <= 0 or page.isChecked())
                lack -= pitch if page.isHidden() else 0
        elif lack > 0:
            shown = [item for item in self.items.values() if not item.isHidden()]
            for item in shown:
                item.setFixedHeight(max(px(LOWEST), full - ceil(lack / len(shown))))

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
            self._pages.append(item)
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
        if SIZES.is_touch:
            self.fit(self.height())

    def show_person(self, name: str, remark: str) -> None:
        """Show who is signed in, and where."""
        self.person.show_person(name, remark)
