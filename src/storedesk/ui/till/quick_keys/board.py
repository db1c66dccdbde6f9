"""What sells with one touch: goods as pictures, by category, as the shop has arranged them."""

from collections.abc import Sequence
from functools import partial
from time import monotonic
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QResizeEvent,
)
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from storedesk import queries
from storedesk.domain.catalog import Category, ProductLine
from storedesk.domain.quick_keys import QuickBoard
from storedesk.domain.staff import Group
from storedesk.domain.till import Sale
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.tabs import TabButton
from storedesk.ui.kit.looks.buttons import icon_button
from storedesk.ui.kit.looks.cards import row, scrolling
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.pictures import Pictures
from storedesk.ui.till.quick_keys.paged_row import PagedRow
from storedesk.ui.till.quick_keys.tile import WIDTH, QuickKey

GAP = 8
FRESH = 300.0
"""Seconds for which the tiles stay: what sells best does not change with each sale."""
MOST = 60
"""Tiles of a category."""
SHARP = QSize(170, 170)
"""Pixels of a kept picture: twice what is shown."""


class QuickKeys(QWidget):
    """Tabs of categories, and the tiles of the chosen one."""

    taken = Signal(object)
    """The ProductLine that was touched."""
    wanted = Signal()
    """Another category was chosen: its goods are to be read."""
    picked = Signal(int)
    """While keys are arranged: the place of the one that was touched."""
    pulled = Signal(int, int)
    """While keys are arranged: one was pulled from a place to another."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.board = QuickBoard(())
        self.is_arranged = False
        """Whether keys are being arranged: nothing is sold, and nothing is read anew."""
        self._pictures = Pictures(context.desk, self.update_tiles, SHARP)
        self.category: UUID | None = None
        self.tiles: list[QuickKey] = []
        self.tabs: dict[UUID | None, TabButton] = {}
        self._sale: Sale | None = None
        self._fresh_until = 0.0
        self._group = QButtonGroup(self)
        self.tab_row = PagedRow()
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._grid.setContentsMargins(0, 0, 0, 0)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._area = scrolling(body)
        self.arrange = icon_button("pencil", tr("Arrange the quick keys"))
        self.arrange.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.arrange.setVisible(Group.MANAGER in context.me.groups)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        top = row(self.tab_row, self.arrange, gap=GAP)
        top.setStretch(0, 1)
        whole.addLayout(top)
        whole.addWidget(self._area, 1)

    def stop(self) -> None:
        """Fetch no more pictures."""
        self._pictures.stop()

    async def refresh(self) -> None:
        """Read categories and the goods of the chosen one, unless they were read just now."""
        desk, now = self._context.desk, monotonic()
        if now < self._fresh_until or self.is_arranged:
            return
        self._fresh_until = now + FRESH
        if not self.tabs:
            self._show_tabs(await desk.read(queries.catalog_lists.categories))
        board = await desk.read(queries.quick_keys.board, category_id=self.category, limit=MOST)
        if not self.is_arranged:
            self.show_board(board)

    def show_board(self, board: QuickBoard) -> None:
        """Show the keys of the chosen category as the shop has them."""
        self.board = board
        if self.category is None:
            self.tabs[None].setText(tr("Favorites") if board.arranged else tr("Most sold"))
            self.tab_row.fit()
        self._show(board.lines)

    def forget(self) -> None:
        """Read the board anew when it is next refreshed: somebody has arranged one."""
        self._fresh_until = 0.0

    def title(self) -> str:
        """Return the name of the board."""
        return self.tabs[self.category].label

    def show_arranged(self, lines: Sequence[ProductLine], chosen: int) -> None:
        """Show how keys are being arranged, the one at place `chosen` lit; -1 is none."""
        self.is_arranged = True
        for tab in self.tabs.values():
            tab.setEnabled(tab.isChecked())
        self.arrange.setEnabled(False)
        self._show(lines)
        for at, tile in enumerate(self.tiles):
            tile.be_arranged(is_movable=True, is_chosen=at == chosen)
        if 0 <= chosen < len(self.tiles):
            self._area.ensureWidgetVisible(self.tiles[chosen])

    def sell_again(self) -> None:
        """Show the board as it is kept, and sell."""
        self.is_arranged = False
        for tab in self.tabs.values():
            tab.setEnabled(True)
        self.arrange.setEnabled(True)
        self._show(self.board.lines)
        for tile in self.tiles:
            tile.be_arranged(is_movable=False, is_chosen=False)

    def show_sale(self, sale: Sale | None) -> None:
        """Show on each tile how many are in the sale."""
        self._sale = sale
        for tile in self.tiles:
            lines = sale.lines if sale else ()
            tile.show_pieces(sum(one.quantity for one in lines if one.product_id == tile.line.id))

    @property
    def across(self) -> int:
        """How many tiles stand side by side."""
        room = self.width() - self._area.verticalScrollBar().sizeHint().width()
        return max(1, (room + GAP) // (px(WIDTH) + GAP))

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
            self.tab_row.add(tab)
            self.tabs[key] = tab

    def _choose(self, key: UUID | None) -> None:
        self.category, self._fresh_until = key, 0.0
        self.wanted.emit()

    def _show(self, lines: Sequence[ProductLine]) -> None:
        known = {tile.line: tile for tile in self.tiles}  # one that is pulled has to stay
        self.tiles = [known.pop(line) if line in known else self._make(line) for line in lines]
        for tile in known.values():
            self._grid.removeWidget(tile)
            tile.deleteLater()
        self._place()
        self.show_sale(self._sale)

    def _make(self, line: ProductLine) -> QuickKey:
        tile = QuickKey(line, self._context.money, self._pictures)
        tile.clicked.connect(partial(self._touch, tile))
        tile.pulled.connect(partial(self._pull, tile))
        return tile

    def _touch(self, tile: QuickKey) -> None:
        if self.is_arranged:
            self.picked.emit(self.tiles.index(tile))
        else:
            self.taken.emit(tile.line)

    def _pull(self, tile: QuickKey, point: QPoint) -> None:
        """Have a key take the place over which it is pulled."""
        at = self.tiles.index(tile)
        places = (to for to, one in enumerate(self.tiles) if one.geometry().contains(point))
        to = next(places, at)
        if to != at:
            self.pulled.emit(at, to)

    def _place(self) -> None:
        across = self.across
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        for at, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, at // across, at % across)
            self._grid.setColumnStretch(at % across, 1)
