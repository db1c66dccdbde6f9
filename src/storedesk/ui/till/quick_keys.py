"""What sells with one touch: goods as pictures, by category, the most sold first."""

from collections.abc import Sequence
from functools import partial
from time import monotonic
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from storedesk import queries
from storedesk.domain.catalog import Category, ProductLine
from storedesk.domain.till import Sale
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.tabs import TabButton
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.cards import scrolling
from storedesk.ui.kit.looks.chips import badge
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.pictures import Pictures
from storedesk.ui.till.keys import PaintedButton

HEIGHT, PICTURE, WIDTH = 127, 68, 132
"""Pixels of a tile, of its picture, and of the narrowest tile."""
GAP = 8
FRESH = 300.0
"""Seconds for which the tiles stay: what sells best does not change with each sale."""
MOST = 60
"""Tiles of a category."""
SHARP = QSize(170, 170)
"""Pixels of a kept picture: twice what is shown."""
SHOWN = 0.8
"""The part of a picture's height that is shown: the middle."""


class QuickKey(PaintedButton):
    """One product: its picture, name and price, and how many of it are in the sale."""

    def __init__(self, line: ProductLine, price: str, pictures: Pictures) -> None:
        super().__init__(HEIGHT)
        self.line, self._price, self._pictures = line, price, pictures
        self.pieces = 0
        self._edge, self._wall_of = QColor(), 0
        self.setMinimumWidth(px(WIDTH))
        self.setAccessibleName(f"{line.name}, {price}")

    def show_pieces(self, pieces: int) -> None:
        """Show how many are in the sale."""
        if pieces != self.pieces:
            self.pieces = pieces
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a card with the picture over name and price."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        width = 2 if self.pieces else 1
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(color("accent" if self.pieces else "edge"), width))
        painter.setBrush(color("selection" if self.isDown() else "card"))
        painter.drawRoundedRect(box, paint.RADIUS, paint.RADIUS)
        self._paint_picture(painter, QRectF(6, 6, self.width() - 12, PICTURE))
        room = self.width() - 20
        self._paint_line(painter, PICTURE + 10, self.line.name, (13, theme.MEDIUM), "text", room)
        below = PICTURE + 10 + px(20)
        self._paint_line(painter, below, self._price, (13, theme.REGULAR), "muted", room)
        if self.pieces:
            words = f"{self.pieces} ×"
            wide = paint.style(11, theme.DEMIBOLD, tabular=True)[1].horizontalAdvance(words) + 16
            pill = QRectF(self.width() - wide - 8, self.height() - px(22) - 7, wide, px(22))
            badge(painter, pill, words, Tone.INFO)

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(box, 6, 6)
        picture = self._pictures.get(self.line.picture)
        painter.fillPath(shape, color("mute_tint"))
        if picture is None:
            size = 28
            sign = pixmap("package", "muted", size, self.devicePixelRatioF())
            at = box.center() - QPointF(size / 2, size / 2)
            painter.drawPixmap(at, sign)
            return
        painter.save()
        painter.setClipPath(shape)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(box, self._wall(picture))
        side = box.height() / SHOWN
        goal = QRectF(0, 0, side, side)
        goal.moveCenter(box.center())
        painter.drawPixmap(goal, picture, QRectF(picture.rect()))
        painter.restore()

    def _wall(self, picture: QPixmap) -> QColor:
        """Return the color at the edge of a picture, which goes on beside it."""
        if self._wall_of != picture.cacheKey():  # another one in other colors
            image = picture.toImage()
            self._wall_of = picture.cacheKey()
            self._edge = image.pixelColor(0, image.height() // 2)
        return self._edge

    def _paint_line(  # noqa: PLR0913, PLR0917 - a word, where it stands and how it looks
        self, painter: QPainter, top: float, words: str, face: tuple[int, QFont.Weight],
        ink: str, room: float,
    ) -> None:  # fmt: skip
        font, metrics = paint.style(*face, tabular=True)
        painter.setFont(font)
        painter.setPen(color(ink))
        box = QRectF(10, top, room, px(18))
        shown = paint.elided(words, int(room), *face, True)  # noqa: FBT003
        painter.drawText(QPointF(10, paint.baseline(box, metrics)), shown)


class QuickKeys(QWidget):
    """Tabs of categories, and the tiles of the chosen one."""

    taken = Signal(object)
    """The ProductLine that was touched."""
    wanted = Signal()
    """Another category was chosen: its goods are to be read."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._pictures = Pictures(context.desk, self.update_tiles, SHARP)
        self.category: UUID | None = None
        self.tiles: list[QuickKey] = []
        self.tabs: dict[UUID | None, TabButton] = {}
        self._sale: Sale | None = None
        self._fresh_until = 0.0
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        bar = QWidget()
        bar.setLayout(self._row)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._tab_area = scrolling(bar)
        self._tab_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._grid.setContentsMargins(0, 0, 0, 0)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._area = scrolling(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(self._tab_area)
        whole.addWidget(self._area, 1)

    def stop(self) -> None:
        """Fetch no more pictures."""
        self._pictures.stop()

    async def refresh(self) -> None:
        """Read categories and the goods of the chosen one, unless they were read just now."""
        desk, now = self._context.desk, monotonic()
        if now < self._fresh_until:
            return
        self._fresh_until = now + FRESH
        if not self.tabs:
            self._show_tabs(await desk.read(queries.catalog_lists.categories))
        lines = await desk.read(
            queries.quick_keys.quick_keys, category_id=self.category, limit=MOST
        )
        self._show(lines)

    def show_sale(self, sale: Sale | None) -> None:
        """Show on each tile how many are in the sale."""
        self._sale = sale
        for tile in self.tiles:
            lines = sale.lines if sale else ()
            tile.show_pieces(sum(one.quantity for one in lines if one.product_id == tile.line.id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: there may be room for another number of columns."""
        super().resizeEvent(event)
        self._place()

    def update_tiles(self) -> None:
        """Draw anew: a picture has come."""
        for tile in self.tiles:
            tile.update()

    def _show_tabs(self, categories: Sequence[Category]) -> None:
        tops = [one for one in categories if one.parent_id is None]
        for key, words in ((None, tr("Most sold")), *((one.id, one.name) for one in tops)):
            tab = TabButton(words)
            tab.setProperty("kit", "category")
            tab.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tab.setChecked(key == self.category)
            tab.clicked.connect(partial(self._choose, key))
            self._group.addButton(tab)
            self._row.addWidget(tab)
            self.tabs[key] = tab
        self._row.addStretch(1)
        self._tab_area.setFixedHeight(next(iter(self.tabs.values())).sizeHint().height())

    def _choose(self, key: UUID | None) -> None:
        self.category, self._fresh_until = key, 0.0
        self.wanted.emit()

    def _show(self, lines: Sequence[ProductLine]) -> None:
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.deleteLater()
        money = self._context.money
        self.tiles = [QuickKey(one, money(one.price), self._pictures) for one in lines]
        for tile in self.tiles:
            tile.clicked.connect(partial(self.taken.emit, tile.line))
        self._place()
        self.show_sale(self._sale)

    def _place(self) -> None:
        room = self.width() - self._area.verticalScrollBar().sizeHint().width()
        across = max(1, (room + GAP) // (px(WIDTH) + GAP))
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        for at, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, at // across, at % across)
            self._grid.setColumnStretch(at % across, 1)
