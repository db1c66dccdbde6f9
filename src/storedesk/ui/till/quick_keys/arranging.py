"""Arrange the quick keys of a board: which, and in which order, for all tills."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from storedesk import api, queries
from storedesk.domain.bounds import Bound
from storedesk.domain.catalog import ProductLine, ProductStatus
from storedesk.domain.entry import unknown
from storedesk.domain.quick_keys import QuickBoard, moved
from storedesk.domain.refusals.errors import Conflict, Refused
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.forms.finder import Finder
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.till.keys import BigButton, pay_button
from storedesk.ui.till.panel_rows import ROW, paint_row
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.quick_keys.board import QuickKeys

HEIGHT = 44
LIMIT = 20
ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class AddField(LineInput):
    """Finds what is added; empty, it leaves the arrows and Del to the keys."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: sort the keys."""
        if not self.text() and event.key() in {*ASIDE, Qt.Key.Key_Delete}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ArrangePanel(Panel):
    """Moves, adds and removes keys, which are pulled beside it as well; Enter saves."""

    hears_scans = takes_scans = shows_goods = True
    saved = Signal()
    """The board is kept as it is arranged now."""

    def __init__(self, context: PageContext, quick: QuickKeys) -> None:
        super().__init__(tr("Quick keys: {board}").format(board=quick.title()))
        self._context, self._quick = context, quick
        self._seen: Sequence[UUID] = quick.board.arranged
        self.lines = list(quick.board.lines)
        self.chosen = 0 if self.lines else -1
        self._is_changed = self._is_warned = False
        self.left_key = BigButton("", height=HEIGHT, icon="arrow-left")
        self.right_key = BigButton("", height=HEIGHT, icon="arrow-right")
        self.remove_key = BigButton(tr("Remove"), height=HEIGHT, icon="trash-2")
        self.field = AddField()
        self.list = RowList[ProductLine](
            self._paint, height=ROW, text=lambda one: one.name, name=tr("Matches")
        )
        self.none = Label(tr("No product on sale matches."), ink="muted", wrap=True)
        self.clear_key = BigButton(tr("Back to what sells most"), height=HEIGHT, icon="rotate-ccw")
        self.go = pay_button(tr("Save for all tills"), size=15)
        self.finder = Finder[ProductLine](self.jobs, self._ask, self._show_found)
        self._place()
        self._connect()
        self._show_found(())
        self._show()

    def begin(self) -> None:
        """Take the keyboard."""
        self.field.setFocus()

    def scan(self, code: str) -> None:
        """Add what was scanned."""
        self._code = code
        self.jobs.restart(self._add_scanned)

    def enter(self) -> None:
        """Add the chosen match; with nothing typed, save."""
        text = self.field.text().strip()
        if not text:
            self.jobs.start(self._save)
        elif not self.finder.knows(text):
            self.finder.want(text, now=True)
        elif found := self.list.current():
            self.add(found)

    def step(self, by: int) -> None:
        """Choose another match; with nothing typed, the key above or below."""
        if self.field.text():
            self.list.go(by)
        else:
            self.choose(self.chosen + by * self._quick.across)

    def leave(self) -> None:
        """Go back; what is not saved is warned of once."""
        if self._is_changed and not self._is_warned:
            self._is_warned = True
            words = tr("This is not saved. Press Enter to save, or Esc again to drop it.")
            self.problem.say(words, Tone.WARN)
        else:
            super().leave()

    def choose(self, at: int) -> None:
        """Choose the key at a place; beyond the ends nothing changes."""
        if 0 <= at < len(self.lines):
            self.chosen = at
            self._show()

    def move_by(self, by: int) -> None:
        """Move the chosen key."""
        self.pull(self.chosen, self.chosen + by)

    def pull(self, at: int, to: int) -> None:
        """Move a key from a place to another."""
        if 0 <= at < len(self.lines) and 0 <= to < len(self.lines):
            self.lines = moved(self.lines, at, to)
            self.chosen = to
            self._change()

    def remove(self) -> None:
        """Take the chosen key off the board."""
        if 0 <= self.chosen < len(self.lines):
            del self.lines[self.chosen]
            self.chosen = min(self.chosen, len(self.lines) - 1)
            self._change()

    def add(self, line: ProductLine) -> None:
        """Put a product behind the chosen key; one that is there is chosen."""
        self.field.clear()
        self.finder.want("", now=True)
        ids = [one.id for one in self.lines]
        if line.id in ids:
            self.choose(ids.index(line.id))
            return
        most = self._context.me.most(Bound.QUICK_KEYS)
        if len(self.lines) + len(self._quick.board.resting) >= most:
            raise Refused("quick_keys_full", most=most)
        self.lines.insert(self.chosen + 1, line)
        self.chosen += 1
        self._change()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: the keys of the chosen one, which the empty field leaves over."""
        by = ASIDE.get(Qt.Key(event.key()))
        if by is not None:
            is_moved = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.move_by(by) if is_moved else self.choose(self.chosen + by)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        self.left_key.setAccessibleName(tr("Move to the left"))
        self.right_key.setAccessibleName(tr("Move to the right"))
        self.field.setAccessibleName(tr("Add a product"))
        self.field.setPlaceholderText(tr("Add a product: name or code"))
        self.field.setFont(theme.font(16))
        words = tr("Pull a key to its place, or choose it and move it.")
        self.lay_out(self.title, Label(words, ink="muted", wrap=True), self.problem)
        self.lay_out(row(self.left_key, self.right_key, self.remove_key, gap=8), self.field)
        self.lay_out(self.none, self.list, None, self.clear_key)
        self.column.setStretch(6, 1_000)
        self.end_with(self.go, tr("Left, Right: choose  ·  with Ctrl: move  ·  Del: remove"))

    def _connect(self) -> None:
        for button, does in (
            (self.left_key, lambda: self.move_by(-1)),
            (self.right_key, lambda: self.move_by(1)),
            (self.remove_key, self.remove),
            (self.clear_key, self._clear),
            (self.go, self.press),
        ):
            button.clicked.connect(does)
        self.field.textEdited.connect(self.finder.want)
        self.list.taken.connect(self.add)
        self._quick.picked.connect(self.choose)
        self._quick.pulled.connect(self.pull)
        self.gone.connect(self._quick.sell_again)

    def _clear(self) -> None:
        self.lines, self.chosen = [], -1
        self._change()

    def _change(self) -> None:
        self._is_changed, self._is_warned = True, False
        self.problem.hide()
        self._show()
        if not self.lines:
            words = tr("Without keys, this board shows what sells most. Press Enter to save.")
            self.problem.say(words, Tone.INFO)

    def _show(self) -> None:
        self._quick.show_arranged(self.lines, self.chosen)
        self.left_key.setEnabled(self.chosen > 0)
        self.right_key.setEnabled(-1 < self.chosen < len(self.lines) - 1)
        self.remove_key.setEnabled(self.chosen >= 0)

    async def _ask(self, text: str) -> Sequence[ProductLine]:
        return await self._context.desk.read(
            queries.catalog_lists.first_products,
            search=text, status=ProductStatus.ACTIVE, limit=LIMIT,
        )  # fmt: skip

    def _show_found(self, found: Sequence[ProductLine]) -> None:
        self.list.show_records(found, 0 if found else -1)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found and bool(self.field.text().strip()))

    async def _add_scanned(self) -> None:
        item = await self._context.desk.read(api.till.item_by_code, self._code)
        if item is None:
            raise unknown(self._code)
        ids = [item.product_id]
        [line] = await self._context.desk.read(queries.catalog_lists.product_lines, ids)
        self.add(line)

    async def _save(self) -> None:
        desk, quick = self._context.desk, self._quick
        resting = quick.board.resting if self.lines else ()
        kept = (*(line.id for line in self.lines), *resting)
        try:
            await desk.do(
                api.till.arrange_quick_keys, board=quick.category, products=kept, seen=self._seen
            )
        except Conflict as conflict:
            if conflict.code != "changed_meanwhile":
                raise
            now = await desk.read(queries.quick_keys.board, category_id=quick.category)
            self._seen = now.arranged
            raise Conflict("board_arranged_meanwhile") from None
        quick.board = QuickBoard(tuple(self.lines), kept, resting)
        self.saved.emit()

    def _paint(self, painter: QPainter, box: QRectF, line: ProductLine, is_current: bool) -> None:  # noqa: FBT001
        remark = " · ".join(part for part in (line.category, line.code) if part)
        price = self._context.money(line.price_now)
        paint_row(painter, box, line.name, remark, price, is_current=is_current)
