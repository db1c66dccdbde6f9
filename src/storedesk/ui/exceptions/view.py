"""Show what was written down for the manager, and sign it off."""

from collections.abc import Awaitable
from typing import Any

from storedesk import api, queries
from storedesk.domain.card_terminals import TerminalState
from storedesk.domain.exceptions import ExceptionKind, ExceptionLine
from storedesk.domain.staff import Group
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.exceptions.card_refunds import CardRefunds
from storedesk.ui.exceptions.columns import columns
from storedesk.ui.exceptions.detail import ExceptionDetail
from storedesk.ui.exceptions.labels import (
    SIGNED,
    WAITING,
    count_label,
    emptiness,
    kind_label,
    subject_label,
)
from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import is_field_good
from storedesk.ui.kit.lists.columns import Sort
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.kit.lists.list_spec import ListSpec
from storedesk.ui.kit.lists.scope import EVERYTHING
from storedesk.ui.kit.looks.cards import PageHeader, splitter
from storedesk.ui.kit.looks.filter_bar import FilterBar
from storedesk.ui.kit.looks.tokens import Tone

TABS: dict[str, bool | None] = {WAITING: False, SIGNED: True, EVERYTHING: None}


class ExceptionsView(ListPage[ExceptionLine]):
    """List exceptions: those to sign off first; beside the list, what happened."""

    watches = frozenset({
        "orders", "order_returns", "till_sessions", "cash_movements", "drawer_openings",
        "exception_signoffs", "terminal_payments",
    })  # fmt: skip
    row_menu = ("exceptions.sign", "exceptions.give_back", "exceptions.order")

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self._is_manager = Group.MANAGER in context.me.groups
        self._given_away = ""
        self.detail = ExceptionDetail(context)
        self.detail.sign_wanted.connect(lambda: self.start(self.sign_off))
        self.detail.order_wanted.connect(self.open_order)
        self.detail.product_wanted.connect(self.open_product)
        self._refunds = CardRefunds(context)
        self.detail.card.noted.connect(lambda: self.start(self.note_return))
        self._lay_out(context.actions)
        self.table.opened.connect(lambda _: self.open_order())

    def narrowed(self) -> dict[str, Any]:
        """Return the filters of the list."""
        return {"search": self.search.wanted(), "is_signed": TABS[self.tabs.current()]}

    def widest(self) -> dict[str, Any]:
        """Return filters that leave nothing out."""
        return {"is_signed": None}

    def placed(self, record: ExceptionLine) -> str:
        """Return what was exceptional about what."""
        return f"{kind_label(record.kind)} ({subject_label(record, self.context)})"

    def counted(self, count: int) -> str:
        """Return how many are listed, and what those that are to be signed off gave away."""
        words = count_label(count, self.context)
        return f"{words} · {self._given_away}" if self._given_away else words

    def unsaved(self) -> str:
        """Return the name of a note that was typed and not signed."""
        return tr("The note") if self.detail.typed_note() else super().unsaved()

    async def refresh(self) -> None:
        """Show what is wanted, and how many there are in each tab."""
        found = await self.desk.read(queries.exceptions.counts)
        form, currency = self.context.format, self.context.store.currency
        self.tabs.show_count(WAITING, form.count(found.waiting))
        self.tabs.show_count(SIGNED, form.count(found.signed))
        amount = self.context.money(Money(found.given_away, currency))
        words = tr("{amount} given away and not signed off")
        self._given_away = words.format(amount=amount) if found.given_away else ""
        await super().refresh()

    def opens(self) -> str:
        """Return what Enter does with the chosen one."""
        return tr("Open the order")

    def may_open(self) -> bool:
        """Tell whether what is chosen has an order."""
        line = self.table.chosen_or_none()
        return line is not None and line.order_id is not None

    async def show_chosen(self) -> None:
        """Show the chosen one beside the list."""
        line = self.table.chosen_or_none()
        payment = None
        if line is not None and line.kind is ExceptionKind.CARD_MONEY:
            payment = await self.desk.read(queries.terminal_payments.terminal_payment, line.id)
        self.detail.show_line(line, payment)

    async def give_back(self) -> None:
        """Have the terminal give the money of the chosen one back."""
        if (payment := self.detail.card.payment) is not None:
            await self._settle(self._refunds.at_terminal(payment))

    async def note_return(self) -> None:
        """Note that the money of the chosen one was given back by hand."""
        card = self.detail.card
        if card.payment is not None and is_field_good(card.reference):
            await self._settle(self._refunds.without_terminal(card.payment, card.reference.value()))

    async def _settle(self, giving: Awaitable[tuple[str, Tone]]) -> None:
        """Say what came of it, also where it was refused: it may be another state by now."""
        at = self.table.currentIndex().row()
        self.detail.card.be_busy(is_so=True)
        try:
            self.note.say(*await giving)
        finally:
            self.detail.card.be_busy(is_so=False)
            await self.refresh()
            if self.table.chosen_or_none() is None:
                self._go_on(at)

    def stop(self) -> None:
        """End every job of this page, and let none begin."""
        self._refunds.close()
        super().stop()

    async def sign_off(self) -> None:
        """Sign the chosen one off, with the note that is typed."""
        line = self.detail.line
        if line is None or line.is_signed:
            return
        note, at = self.detail.typed_note(), self.table.currentIndex().row()
        await self.desk.do(api.exceptions.sign_off, key=line.id, note=note)
        self.detail.note.show_value("")
        self.note.say(tr("{what} is signed off.").format(what=kind_label(line.kind)))
        await self.refresh()
        self._go_on(at)

    def _go_on(self, row: int) -> None:
        """Choose the row that stands where one was signed off: it is the next to look at."""
        self.table.setFocus()
        if count := self.table.rows.rowCount():
            self.table.selectRow(min(row, count - 1))

    def open_order(self) -> None:
        """Show the order of the chosen one, if it has any."""
        line = self.detail.line
        if line is not None and line.order_id is not None:
            self.context.navigate("orders", line.order_id)

    def open_product(self) -> None:
        """Show the product of the chosen one."""
        line = self.detail.line
        if line is not None and line.product_id is not None:
            self.context.navigate("products", line.product_id)

    def _may_sign(self) -> bool:
        line = self.detail.line
        return self._is_manager and line is not None and not line.is_signed

    def _may_give(self) -> bool:
        payment = self.detail.card.payment
        is_there = payment is not None and payment.state is not TerminalState.RETURNED
        return self._is_manager and is_there and self.context.card_terminal() is not None

    def _list(self) -> ListSpec[ExceptionLine]:
        return ListSpec(
            id="exceptions",
            name=tr("Exceptions"),
            hint=tr("Search exceptions"),
            tabs=[(WAITING, tr("To sign off")), (SIGNED, tr("Signed off")),
                  (EVERYTHING, tr("All"))],
            tabs_name=tr("Which exceptions"),
            columns=columns(self.context, lambda: self.tabs.current() == EVERYTHING),
            sort=Sort("at", descending=True),
            keys=queries.exceptions.exception_keys,
            first=queries.exceptions.first_exceptions,
            records=queries.exceptions.exception_lines,
            empty=emptiness(),
        )  # fmt: skip

    def _lay_out(self, actions: Actions) -> None:
        self.unchosen = self.detail.empty
        card = self.list_up(self._list(), self.context.habits)
        title = tr("Exceptions")
        self.search_action(actions, name="exceptions.search", group=title)
        actions.bind(
            Action(
                name="exceptions.sign", text=tr("Sign off"), run=lambda: self.start(self.sign_off),
                group=title, keys=("Ctrl+Return", "Ctrl+Enter"), icon="check",
                enabled=self._may_sign,
            ),
            self.detail.sign, self,
        )  # fmt: skip
        actions.bind(
            Action(
                name="exceptions.give_back", text=tr("Give back at the terminal"),
                run=lambda: self.start(self.give_back), group=title, keys=("Ctrl+B",),
                icon="credit-card", enabled=self._may_give, is_of_use=self._may_give,
            ),
            self.detail.card.give, self,
        )  # fmt: skip
        actions.add(
            Action(
                name="exceptions.order", text=tr("Open the order"), run=self.open_order,
                group=title, keys=("Ctrl+O",), icon="external-link", enabled=self.may_open,
            ),
            self,
        )  # fmt: skip
        export = self.export_button(
            actions, self.context.format, name="exceptions.export", title=title
        )
        self.lay_out(
            FilterBar(self.tabs, self.count, self.search),
            splitter(card, self.detail, right_width=440),
            header=PageHeader(title, export),
        )
