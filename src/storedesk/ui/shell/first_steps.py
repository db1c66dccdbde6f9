"""Lead whoever has made a store to the first sale of a product of their own."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from storedesk import queries
from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.staff import Group
from storedesk.queries.first_steps import FirstSteps
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import Jobs
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, Kind, icon_button
from storedesk.ui.kit.looks.cards import PAGE_MARGIN, Card, put
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.shell.lazy_pages import LazyPages

ROOM = 728
"""Pixels of the window below which the till needs all of it for lines and keys."""
PAGES = ("till", "products", "inventory")
"""Where the steps are taken, and so where the list stands."""
WATCHED = frozenset({"products", "inventory", "orders"})


class FirstStepsBar(QWidget):
    """A product, its stock, the first sale: each ticked once the store has it.

    A manager sees it as long as something is left to do. What is done is kept in sight until the
    next time; who does not want it takes it away for good.
    """

    moved = Signal()
    """It has come or gone: the page has another height."""

    def __init__(self, context: PageContext, pages: LazyPages, go: Callable[[str], object]) -> None:
        """Ask `pages` for the forms; `go` shows a page."""
        super().__init__()
        self._context, self._pages, self._go = context, pages, go
        self._jobs = Jobs(self._quietly)
        self.reached: FirstSteps | None = None
        self._page = ""
        self.buttons = {
            "product": Button(tr("Add a product")),
            "stock": Button(tr("Enter its stock")),
            "sale": Button(tr("Make the first sale")),
        }
        for step, button in self.buttons.items():
            button.clicked.connect(partial(self.take, step))
        self.shut = icon_button("x", tr("Do not show the first steps"))
        self.shut.clicked.connect(self._dismiss)
        self._lay_out()
        if "till" not in pages:
            self.buttons["sale"].hide()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: another size of the window has room for the list, or none."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self.stand_on(self._page)
        return False

    def begin(self) -> None:
        """Ask how far the store has come, where that is this person's affair."""
        self.window().installEventFilter(self)
        is_theirs = Group.MANAGER in self._context.me.groups and "products" in self._pages
        if is_theirs and not self._context.habits.knows_first_steps:
            self._jobs.start(self._look_first)

    def hear(self, table: str) -> None:
        """Look again, where what has changed may be a step."""
        if self.reached and not self.reached.are_done and table in WATCHED:
            self._jobs.repeat(self.look)

    def stand_on(self, page: str) -> None:
        """Show the list on the pages that it is about."""
        self._page = page
        is_short = page == "till" and self.window().height() < ROOM
        is_wanted = self.reached is not None and page in PAGES and not is_short
        if is_wanted is self.isHidden():
            self.setVisible(is_wanted)
            self.moved.emit()

    async def look(self) -> None:
        """Ask how far the store has come, and show it."""
        found = await self._context.desk.read(queries.first_steps.first_steps)
        if found.are_done:
            self._context.habits.know_first_steps()
        if self.reached or not found.are_done:
            self.reached = found
            self._show(found)
            self.stand_on(self._page)

    def take(self, step: str) -> None:
        """Open the form of a step, with the keyboard in its field."""
        self._jobs.restart({"product": self._add, "stock": self._stock, "sale": self._sell}[step])

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        await self._jobs.idle()

    def stop(self) -> None:
        """End what is under way: this person signs out."""
        self._jobs.cancel()

    async def _look_first(self) -> None:
        """Look once the page in sight is there: over a long line both take a while."""
        for page in self._pages.made().values():
            await page.idle()
        await self.look()

    async def _add(self) -> None:
        self._go("products")
        self._do("catalog.new")

    async def _stock(self) -> None:
        self._go("inventory")
        page = self._pages["inventory"]
        await page.idle()
        if isinstance(page, ListPage) and page.table.chosen_or_none() is None:
            page.table.selectRow(0)
            await page.idle()
        self._do("inventory.receive")

    async def _sell(self) -> None:
        self._go("till")
        register = self._context.till_register().id
        if await self._context.desk.read(queries.shifts.open_shift_at, register) is None:
            self._do("till.shift")

    def _do(self, name: str) -> None:
        self._context.actions.trigger(self._context.actions.named(name))

    def _show(self, found: FirstSteps) -> None:
        done = (found.has_product, found.has_stock, found.has_sale)
        is_next = True
        for button, is_done in zip(self.buttons.values(), done, strict=True):
            button.picture = "circle-check" if is_done else "arrow-right"
            button.be(Kind.SECONDARY if is_next and not is_done else Kind.QUIET)
            state = tr("done") if is_done else ""
            button.setAccessibleName(f"{button.label}, {state}" if state else button.label)
            is_next = is_next and is_done
        self.title.setText(tr("Your store is ready") if found.are_done else tr("First steps"))

    def _dismiss(self) -> None:
        self._context.habits.know_first_steps()
        self.reached = None
        self.stand_on(self._page)

    def _quietly(self, _refusal: StoreError) -> None:
        """Ignore a refusal: the pages can be gone to without the list."""

    def _lay_out(self) -> None:
        self.title = Label(tr("First steps"), weight=theme.DEMIBOLD)
        card = Card(margin=8, gap=0)
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 0, 0)
        line.setSpacing(8)
        put(line, (self.title, *self.buttons.values(), None, self.shut))
        card.add(line)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 10)
        outer.addWidget(card)
