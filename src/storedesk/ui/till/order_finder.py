"""Find an order at the till: by its number, typed or scanned, or by words about it."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter

from storedesk import queries
from storedesk.domain.order_details import OrderLine
from storedesk.domain.orders import are_last_digits, is_number_of
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.text import wanted
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.forms.finder import Finder
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.keys import for_keys
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.panel_rows import ROW, paint_row
from storedesk.ui.till.panels import Panel

LIMIT = 30


class OrderFinder(Panel):
    """Asks for an order and lists those that fit; the last digits of its number are enough.

    Subclasses say what they look for, which orders fit, and what is wrong with a number.
    """

    hears_scans = takes_scans = True
    lists_all: ClassVar[bool] = False
    """Whether the newest ones are listed before anything is typed; none is chosen then."""
    taken = Signal(object)
    """The id of the order."""

    def __init__(self, context: PageContext, title: str, *, name: str, hint: str) -> None:
        """Take the name of the field, and the `hint` of what may be typed into it."""
        super().__init__(title)
        self.context = context
        self.field = LineInput()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self.field.setFont(theme.font(16))
        self.list = RowList[OrderLine](
            self._paint, height=ROW, text=self._words, name=self.list_name()
        )
        self.none = Label(ink="muted", wrap=True)
        self._is_chosen = False
        """Whether somebody went to a row, and does not mean the first."""
        self.finder = Finder[OrderLine](
            self.jobs, self.ask, self._show, asks_for_all=self.lists_all
        )
        self.lay_out(self.title, self.field, self.problem, self.none, self.list, None)
        self.end_with(words=for_keys(tr("Enter: take the chosen one  ·  Up, Down: choose")))
        self.column.setStretch(4, 1_000)
        self._show(())
        self.field.textEdited.connect(self.finder.want)
        self.field.textEdited.connect(self.problem.hide)
        self.list.taken.connect(lambda line: self.taken.emit(line.id))

    def list_name(self) -> str:
        """Return what the list is called."""
        raise NotImplementedError

    def empty_words(self, *, is_typed: bool) -> str:
        """Return what is said where nothing is listed, with something typed or nothing."""
        raise NotImplementedError

    def unknown(self, text: str) -> Refused:
        """Return what to say of a number that no order has."""
        raise NotImplementedError

    async def ask(self, text: str) -> Sequence[OrderLine]:
        """Return the orders that fit, the best one first."""
        raise NotImplementedError

    def begin(self) -> None:
        """Take the keyboard, and list the newest ones where nothing is typed."""
        self.field.setFocus()
        if self.lists_all and not wanted(self.field.text()):
            self.finder.want("", now=True)

    def step(self, by: int) -> None:
        """Choose another one."""
        self._is_chosen = True
        self.list.go(by)

    def scan(self, code: str) -> None:
        """Take the order with a scanned number, or look for those with a scanned article."""
        self.field.setText(code)
        self.finder.forget()
        self.enter()

    def enter(self) -> None:
        """Take the chosen one, or the one with the number that was typed; else look first.

        A number may stand in what was ordered, too: that of the order is meant, unless somebody
        has chosen another one.
        """
        text = wanted(self.field.text())
        chosen = self._listed(text)
        if chosen and (self._is_chosen or not are_last_digits(text)):
            self.taken.emit(chosen.id)
        elif text:
            self.problem.hide()
            self.jobs.start(self._take_number)

    def _listed(self, text: str) -> OrderLine | None:
        """Return the current one of the list, if that answers what is typed."""
        return self.list.current() if self.finder.knows(text) else None

    async def _take_number(self) -> None:
        text = wanted(self.field.text())
        key = await self.context.desk.read(queries.order_lists.id_by_number, text)
        if key is not None:
            self.taken.emit(key)
        elif chosen := self._listed(text):
            self.taken.emit(chosen.id)
        elif not self.finder.knows(text):
            self.finder.want(text, now=True)
        else:
            raise self.unknown(text)

    def _show(self, found: Sequence[OrderLine]) -> None:
        text = wanted(self.field.text())
        is_typed = bool(text)
        found = sorted(found, key=lambda one: not is_number_of(text, one.number))
        self._is_chosen = False
        self.list.show_records(found, 0 if found and is_typed else -1)
        self.none.setText(self.empty_words(is_typed=is_typed))
        self.none.setVisible(not found)
        self.list.setVisible(bool(found))

    def _paint(self, painter: QPainter, box: QRectF, line: OrderLine, is_current: bool) -> None:  # noqa: FBT001
        remark = f"{self.context.format.moment(line.placed_at)} · {line.customer}"
        total = self.context.money(line.total)
        paint_row(painter, box, line.number, remark, total, is_current=is_current)

    def _words(self, line: OrderLine) -> str:
        moment = self.context.format.moment(line.placed_at)
        return ", ".join((line.number, line.customer, moment, self.context.money(line.total)))
