"""List the products that match what is typed, beside the sale; Enter adds the chosen one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from storedesk import api
from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.till import FoundProduct
from storedesk.domain.values.text import wanted
from storedesk.ui.context import PageContext
from storedesk.ui.item_search.match_painter import MatchPainter, row_height
from storedesk.ui.item_search.matches import Matches, Row
from storedesk.ui.item_search.search_frame import SearchFoot, SearchHead, SearchShadow
from storedesk.ui.kit.base.accessible import announce
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.base.view import Jobs
from storedesk.ui.kit.forms.finder import Finder
from storedesk.ui.kit.forms.text_pad import TextPad
from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.kit.looks.theme import color
from storedesk.ui.pictures import Pictures

LIMIT = 30
"""Products; for others one more letter is typed."""
LETTERS_INSET = 4
"""Pixels from its edges to the letters that are typed in it by fingers."""
ABOVE, BELOW = 8, 4
"""Pixels by which it is higher than what it lies over."""


class SearchPopup(QFrame):
    """The products that match what is typed. The keyboard stays in the entry field.

    What is pressed before the answer has come is done when it comes.
    """

    taken = Signal(object)
    """The FoundItem to add."""
    opened = Signal(bool)
    """It has come into sight, or gone."""
    counted = Signal(str)
    """How many products there are, in words."""

    def __init__(self, page: QWidget, context: PageContext, jobs: Jobs, pictures: Pictures) -> None:
        super().__init__(page)
        self._page, self._desk = page, context.desk
        self.setProperty("kit", "card")
        self._wanted = ""
        self._reported: str | None = None
        self._waiting: list[Callable[[], None]] = []
        self.is_chosen = False
        """Whether somebody has moved in this list: what is current then is meant."""
        self.finder = Finder[FoundProduct](jobs, self._ask, self._show, is_eager=True)
        self.matches = Matches()
        self.painter = MatchPainter(context.format, pictures.get_or_blank)
        self.list = RowList[Row](
            self.painter.paint, height=row_height, text=self.painter.read, name=tr("Matches")
        )
        self.list.taken.connect(self._clicked)
        self.head = SearchHead(self.painter)
        self.hint = Label(size=15, ink="muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.foot = SearchFoot()
        self._shadow = SearchShadow(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for part in (self.head, self.list, self.hint, self.foot):
            column.addWidget(part)
        column.setStretch(1, 1)
        column.setStretch(2, 1)
        self.letters: TextPad | None = None
        """Types what is searched for, where there are only fingers."""
        if SIZES.is_touch:
            self.letters = TextPad(context.format.qt, has_digits_key=False)
            self.letters.setContentsMargins(LETTERS_INSET, 4, LETTERS_INSET, 0)
            column.insertWidget(column.count() - 1, self.letters)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is in use, visible or about to be."""
        return not self.isHidden()

    def open_over(self, lines: QWidget, text: str, *, is_reported: bool = False) -> None:
        """Open over the lines, under field and banners, and search for `text` at once.

        `is_reported`: that no item has this code was said already, so only a hint is shown here.
        """
        self._reported = wanted(text) if is_reported else None
        was_open = self.is_open
        if layout := self._page.layout():
            layout.activate()  # a banner may have moved the lines in this very moment
        corner = lines.mapTo(self._page, lines.rect().topLeft())
        self.setGeometry(QRect(corner, lines.size()).adjusted(0, -ABOVE, 0, BELOW))
        self._shadow.lie_under(self.geometry())
        if not was_open:
            self._clear()
            for part in (self._shadow, self):
                part.show()
                part.raise_()
            self.opened.emit(True)  # noqa: FBT003 - a signal's only value
        self.look_for(text)

    def look_for(self, text: str) -> None:
        """Search for `text`, while it is being typed."""
        self._wanted, self._waiting = text, []
        if not self.finder.knows(text):
            self.finder.want(text)
        elif not self.list.rows.records:
            self._say_nothing()

    def shut(self) -> None:
        """Close."""
        self.finder.forget()
        self._waiting = []
        if self.is_open:
            self.hide()
            self._shadow.hide()
            self.counted.emit("")
            self.opened.emit(False)  # noqa: FBT003 - a signal's only value

    def answers(self, text: str) -> bool:
        """Tell whether the list answers `text`, and not an older question."""
        return self.is_open and self.finder.knows(text)

    def finds_nothing(self, text: str) -> bool:
        """Tell whether it is known that nothing has `text`."""
        return self.answers(text) and not self.list.rows.records

    def is_reported(self, text: str) -> bool:
        """Tell whether it was said already that nothing has `text` as its code."""
        return self._reported == wanted(text)

    def current(self) -> Row | None:
        """Return the chosen row."""
        return self.list.current()

    @property
    def has_keys(self) -> bool:
        """Whether keys wait for the answer."""
        return bool(self._waiting)

    def press(self, act: Callable[[], None]) -> None:
        """Do `act`: now, or as soon as the list answers what was typed."""
        if self.finder.knows(self._wanted):
            act()
        else:
            self._waiting.append(act)

    def go(self, by: int) -> None:
        """Choose another row; stops at both ends."""
        self.press(lambda: self._go(by))

    def turn(self, way: int) -> bool:
        """Unfold (1) or fold (-1) the chosen product; tell whether that means something here."""
        row = self.current()
        if not self.is_open or (self.finder.knows(self._wanted) and not _turns(row, way)):
            return False
        self.press(lambda: self._turn(way))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: rows are as wide as this."""
        super().resizeEvent(event)
        self.painter.width = self.width() - 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Answer Qt: a card with a firm edge, as what lies below is a card too."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        painter.setPen(color("edge"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 10, 10)

    def unfold(self, row: Row) -> None:
        """Show the variants of a product, and choose the first."""
        self._show_rows(self.matches.unfold(row.product))

    async def _ask(self, text: str) -> Sequence[FoundProduct]:
        try:
            return await self._desk.read(api.till.find_items, text, limit=LIMIT)
        except StoreError:
            self._waiting = []  # nobody waits any more for what was pressed
            raise

    def _show(self, found: Sequence[FoundProduct]) -> None:
        self.matches.take(found)
        self.is_chosen = False
        self.painter.words = self._wanted
        self._show_rows(self.matches.first())
        self.list.scrollToTop()
        count = len(found)
        words = plural("{count} product", "{count} products", count)
        if count >= LIMIT:
            words = plural("the first {count} product", "the first {count} products", count)
        self.counted.emit(words.format(count=count) if count else "")
        if not found:
            self._say_nothing()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
        if found and not waiting:
            self.list.tell(words.format(count=count))

    def _show_rows(self, current: int) -> None:
        rows = self.matches.rows()
        self.painter.measure(rows)
        self.list.show_records(rows, current)
        self.list.setVisible(bool(rows))
        self.hint.setVisible(not rows)
        self.head.update()

    def _clear(self) -> None:
        self.matches.take(())
        self._show_rows(-1)
        self.hint.setText("")

    def _say_nothing(self) -> None:
        if self.finder.knows("") or self.is_reported(self._wanted):
            self.hint.setText(tr("Type a name, a category or a part of a code"))
        else:
            self.hint.setText(tr("Nothing matches. Try fewer letters or a category."))
            announce(self.hint, self.hint.text())

    def _clicked(self, row: Row) -> None:
        if row.is_folded:
            self.unfold(row)
        elif row.is_unfolded:
            self._show_rows(self.matches.fold(row.product))
        else:
            self.taken.emit(row.item)

    def _go(self, by: int) -> None:
        self.is_chosen = True
        self.list.go(by)

    def _turn(self, way: int) -> None:
        row = self.current()
        if row is None or not _turns(row, way):
            return
        self.is_chosen = True
        if way > 0 and not row.is_folded:
            self.list.go(1)
            return
        if way < 0:
            self._show_rows(self.matches.fold(row.product))
        else:
            self.unfold(row)
        self.list.tell()


def _turns(row: Row | None, way: int) -> bool:
    """Tell whether there is something to unfold (1) or to fold (-1) at a row."""
    if row is None:
        return False
    return row.is_unfolded or (row.is_variant if way < 0 else row.is_folded)
