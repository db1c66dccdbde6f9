"""List the items that match what is typed, under an entry field; Enter adds the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QVBoxLayout, QWidget

from storedesk import api
from storedesk.domain.till import FoundItem
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.base.view import Jobs
from storedesk.ui.kit.forms.finder import Finder
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import pressed, px, roomy
from storedesk.ui.kit.looks.theme import color
from storedesk.ui.stock_labels import beside_variant

ROW = 52
HINT = 32
MOST_ROWS = 8
LIMIT = 30


class SearchPopup(QFrame):
    """The items that match what is typed. The keyboard stays in the entry field."""

    taken = Signal(object)
    """The FoundItem to add."""

    def __init__(self, page: QWidget, desk: Desk, form: Format, jobs: Jobs) -> None:
        super().__init__(page)
        self._page = page
        self._desk, self._form = desk, form
        self.setProperty("kit", "card")
        self._reported: str | None = None
        self.finder = Finder[FoundItem](jobs, self._ask, self._show)
        self.list = RowList[FoundItem](
            self._paint, height=ROW, text=self._words, name=tr("Matches")
        )
        self.list.taken.connect(self.taken)
        self.hint = Label(size=12, ink="muted")
        self.hint.setContentsMargins(14, 0, 14, 0)
        self.hint.setFixedHeight(px(HINT))
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.hint)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is in use, visible or about to be."""
        return not self.isHidden()

    def open_over(self, lines: QWidget, text: str, *, is_reported: bool = False) -> None:
        """Open over the lines, under field and banners, and search for `text` at once.

        `is_told`: that no item has this code was said already, so only a hint is shown here.
        """
        self._reported = text if is_reported else None
        if layout := self._page.layout():
            layout.activate()  # a banner may have moved the lines in this very moment
        corner = lines.mapTo(self._page, lines.rect().topLeft())
        self.setGeometry(corner.x(), corner.y(), lines.width(), 0)
        self._fit(0)
        self.hint.setText(tr("Type a name, a category or a part of a code"))
        self.list.show_records(())
        self.show()
        self.raise_()
        self.finder.want(text, now=True)

    def shut(self) -> None:
        """Close."""
        self.finder.forget()
        self.hide()

    def current_for(self, text: str) -> FoundItem | None:
        """Return the chosen match, if the list answers `text` and not an older question."""
        return self.list.current() if self.finder.knows(text) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Answer Qt: a card with a firm edge, as what lies below is a card too."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        painter.setPen(color("edge"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 10, 10)

    async def _ask(self, text: str) -> Sequence[FoundItem]:
        return await self._desk.read(api.till.find_items, text, limit=LIMIT)

    def _show(self, found: Sequence[FoundItem]) -> None:
        self.list.show_records(found, 0 if found else -1)
        self.list.scrollToTop()
        if found:
            self.hint.setText(tr("Enter adds it · Up and Down choose · Esc closes"))
        elif self.finder.knows("") or (
            self._reported is not None and self.finder.knows(self._reported)
        ):
            self.hint.setText(tr("Type a name, a category or a part of a code"))
        else:
            self.hint.setText(tr("Nothing matches. Try fewer letters or a category."))
        self._fit(len(found))

    def _fit(self, count: int) -> None:
        self.list.setFixedHeight(min(count, MOST_ROWS) * pressed(ROW))
        self.list.setVisible(count > 0)
        self.resize(self.width(), self.list.minimumHeight() + px(HINT) + 6)

    def _words(self, item: FoundItem) -> str:
        parts = (item.name, item.description, item.code, self._form.money(item.price))
        return ", ".join(part for part in (*parts, self._stock(item)) if part)

    def _stock(self, item: FoundItem) -> str:
        return beside_variant(item.available, self._form.count, of_variants=item.of_variants)

    def _paint(self, painter: QPainter, box: QRectF, item: FoundItem, is_current: bool) -> None:  # noqa: FBT001
        if is_current:
            painter.fillRect(box, color("selection"))
            painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), color("accent"))
        inner = box.adjusted(18, 0, -16, 0)
        upper = QRectF(inner.left(), box.top() + roomy(6), inner.width(), px(22))
        lower = QRectF(inner.left(), box.top() + roomy(26), inner.width(), px(20))
        price, stock = self._form.money(item.price), self._stock(item)
        wide = _draw_right(painter, upper, price, 15, "text")
        ink = "warn" if item.available <= 0 else "muted"
        wide = max(wide, _draw_right(painter, lower, stock, 12, ink))
        room = int(inner.width() - wide - 16)
        remark = " · ".join(part for part in (item.description, item.code) if part)
        _draw_left(painter, upper, item.name, 15, "text", room)
        _draw_left(painter, lower, remark, 12, "muted", room)


def _draw_right(painter: QPainter, box: QRectF, words: str, size: int, ink: str) -> float:
    weight = theme.DEMIBOLD if size > 13 else theme.REGULAR  # noqa: PLR2004 - the base size
    face, metrics = paint.style(size, weight, tabular=True)
    width = metrics.horizontalAdvance(words)
    painter.setFont(face)
    painter.setPen(color(ink))
    painter.drawText(QPointF(box.right() - width, paint.baseline(box, metrics)), words)
    return width


def _draw_left(  # noqa: PLR0913, PLR0917 - a word, where it stands and how it looks
    painter: QPainter, box: QRectF, words: str, size: int, ink: str, room: int
) -> None:
    weight = theme.MEDIUM if size > 13 else theme.REGULAR  # noqa: PLR2004 - the base size
    face, metrics = paint.style(size, weight)
    shown = paint.elided(words, room, size, weight, False)  # noqa: FBT003
    painter.setFont(face)
    painter.setPen(color(ink))
    painter.drawText(QPointF(box.left(), paint.baseline(box, metrics)), shown)
