"""Find the customer of a sale, or go on to write down a new one."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter

from storedesk import queries
from storedesk.domain.customers import CustomerLine
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.forms.finder import Finder
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.keys import for_keys
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.till.keys import BigButton
from storedesk.ui.till.labels import orders
from storedesk.ui.till.panel_rows import ROW, paint_row
from storedesk.ui.till.panels import Panel

LIMIT = 30


class CustomerPanel(Panel):
    """Any of name, e-mail, order number, postal code or street; the best match is chosen."""

    taken = Signal(object)
    """The CustomerLine to note, or None for nobody in particular."""
    new_wanted = Signal(str)
    """Somebody new is to be written down, of whom this is known."""

    def __init__(self, desk: Desk, attached: CustomerLine | None) -> None:
        super().__init__(tr("Customer"))
        self._desk = desk
        self.field = LineInput()
        self.field.setAccessibleName(tr("Find a customer"))
        self.field.setPlaceholderText(tr("Name, e-mail, postal code, order number"))
        self.field.setFont(theme.font(16))
        self.list = customer_list(tr("Customers"))
        self.none = Label(tr("Type a part of what you know."), ink="muted", wrap=True)
        self.detach = BigButton(tr("No customer for this sale"), height=44, icon="x")
        self.detach.setVisible(attached is not None)
        self.new = BigButton(
            tr("New customer"), height=44, icon="user-plus", cap="" if SIZES.is_touch else "Ctrl+N"
        )
        self.finder = Finder[CustomerLine](self.jobs, self._ask, self._show)
        self.lay_out(self.title, self.field, self.problem, self.none, self.list, None)
        self.lay_out(self.detach, self.new)
        self.end_with(words=for_keys(tr("Enter: take the chosen one")))
        self.column.setStretch(4, 1_000)
        self.list.hide()
        self.field.textEdited.connect(self.finder.want)
        self.list.taken.connect(self.taken)
        self.detach.clicked.connect(lambda: self.taken.emit(None))
        self.new.clicked.connect(self.write_new)

    def begin(self) -> None:
        """Take the keyboard."""
        self.field.setFocus()

    def step(self, by: int) -> None:
        """Choose another one."""
        self.list.go(by)

    def enter(self) -> None:
        """Note the chosen one, or write down who is not found.

        Looks first if what is shown answers older words.
        """
        found = self.list.current()
        if not self.finder.knows(self.field.text()):
            self.finder.want(self.field.text(), now=True)
        elif found:
            self.taken.emit(found)
        elif self.field.text().strip():
            self.write_new()

    def write_new(self) -> None:
        """Write down somebody new, of whom it is known what was typed."""
        self.new_wanted.emit(self.field.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: the key of the button."""
        if event.matches(QKeySequence.StandardKey.New):
            self.write_new()
        else:
            super().keyPressEvent(event)

    async def _ask(self, text: str) -> Sequence[CustomerLine]:
        return await self._desk.read(queries.customer_lists.find, text, limit=LIMIT)

    def _show(self, found: Sequence[CustomerLine]) -> None:
        self.list.show_records(found, 0 if found else -1)
        typed = self.field.text().strip()
        none = tr("No customer matches. Press Enter for a new one, or try fewer letters.")
        self.none.setText(none if typed else tr("Type a part of what you know."))
        self.none.setVisible(not found)
        self.list.setVisible(bool(found))


def customer_list(name: str) -> RowList[CustomerLine]:
    """Make a list of customers; `name` says to a screen reader of which."""
    return RowList[CustomerLine](_paint, height=ROW, text=_words, name=name)


def _paint(painter: QPainter, box: QRectF, customer: CustomerLine, is_current: bool) -> None:  # noqa: FBT001
    remark = " · ".join(part for part in (customer.email, customer.place) if part)
    bought = orders(customer.orders)
    paint_row(painter, box, customer.name, remark, bought, is_current=is_current)


def _words(customer: CustomerLine) -> str:
    return ", ".join(part for part in (customer.name, customer.email, customer.place) if part)
