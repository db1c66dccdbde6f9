"""Show the customers page: a list, and all about the chosen customer."""

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk import queries
from storedesk.domain.customers import CustomerLine, Registration
from storedesk.ui.context import PageContext
from storedesk.ui.customers.card import CustomerCard
from storedesk.ui.customers.commands import CustomerCommands
from storedesk.ui.customers.labels import customers as customers_label
from storedesk.ui.customers.labels import emptiness, registration_cell, registration_label
from storedesk.ui.kit.base.actions import Action, Actions, Jump
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Sort
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.kit.lists.list_spec import ListSpec
from storedesk.ui.kit.looks.buttons import primary
from storedesk.ui.kit.looks.cards import PageHeader, splitter
from storedesk.ui.kit.looks.filter_bar import FilterBar

ALL = "all"


class CustomersView(ListPage[CustomerLine]):
    """Find customers by any of their details, and show one beside the list."""

    watches = frozenset({"customers", "orders", "carts", "email_queue"})
    row_menu = (
        "customers.edit", "customers.all_orders", "customers.add_address", None,
        "customers.send_verification", "customers.send_password_reset",
    )  # fmt: skip

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self.card = CustomerCard(context)
        self.commands = CustomerCommands(self, self.card, context)
        self._lay_out(context.actions)

    async def jumps(self, words: str, limit: int) -> list[Jump]:
        """Find customers for the palette."""
        found = await self.desk.read(
            queries.customer_lists.first_customers, search=words, limit=limit
        )
        return [
            Jump(
                line.name,
                line.email or line.place or "",
                partial(self.show_record, line.id),
                "user",
            )
            for line in found
        ]

    def narrowed(self) -> dict[str, Any]:
        """Return the filters of the list."""
        tab = self.tabs.current()
        return {
            "search": self.search.wanted(),
            "registration": None if tab == ALL else Registration(tab),
        }

    def widest(self) -> dict[str, Any]:
        """Return filters that leave nothing out."""
        return {"registration": None}

    def placed(self, record: CustomerLine) -> str:
        """Return the name of a customer with their kind of account."""
        return f"{record.name} ({registration_label(record.registration)})"

    def counted(self, count: int) -> str:
        """Say how many customers the list has."""
        return customers_label(count, self.context.format)

    def changed(self, ids: Iterable[UUID] | None = None) -> None:
        """Show the list and the card again after a change notice."""
        self.card.forget()
        super().changed(ids)

    def reload(self) -> None:
        """Read the list and the card again."""
        self.card.forget()
        super().reload()

    def opens(self) -> str:
        """Return what Enter does with the chosen customer."""
        return tr("Edit the customer") if self.commands.may_edit else ""

    async def show_chosen(self) -> None:
        """Show the chosen customer beside the list."""
        line = self.table.chosen_or_none()
        await self.card.show_customer(line.id if line else None)

    def _list(self) -> ListSpec[CustomerLine]:
        return ListSpec(
            id="customers",
            name=tr("Customers"),
            hint=tr("Search customers"),
            tabs=[
                (ALL, tr("All")),
                *((one.value, registration_label(one)) for one in reversed(Registration)),
            ],
            tabs_name=tr("Which customers"),
            columns=self._columns(),
            sort=Sort("name"),
            keys=queries.customer_lists.customer_keys,
            first=queries.customer_lists.first_customers,
            records=queries.customer_lists.customer_lines,
            empty=emptiness(may_add=self.commands.may_edit),
        )

    def _columns(self) -> list[Column[CustomerLine]]:
        return [
            Column(
                tr("Customer"), self._name_cell, CellStyle.STRONG, 208, 3, "name",
                beside=[(tr("E-mail"), lambda line: line.email or "")],
            ),
            Column(
                tr("Where"), self._place_cell, CellStyle.MUTED, 164, 1, spare=3,
                beside=[(tr("Phone"), lambda line: line.phone or "")],
            ),
            Column(
                tr("Orders"), lambda line: self.context.format.count(line.orders),
                CellStyle.NUMBER, 84, spare=1, plain=lambda line: line.orders,
            ),
            Column(
                tr("Value"), self._value_cell, CellStyle.MONEY, 96, plain=lambda line: line.value
            ),
            Column(
                tr("Account"), lambda line: registration_cell(line.registration, line.email),
                CellStyle.CHIP, 128, spare=2,
            ),
        ]  # fmt: skip

    def _name_cell(self, line: CustomerLine) -> Cell:
        return Cell(line.name, line.email or tr("no e-mail"))

    @staticmethod
    def _place_cell(line: CustomerLine) -> Cell:
        return Cell(line.place or "", line.phone or "")

    def _value_cell(self, line: CustomerLine) -> str:
        return self.context.money(line.value) if line.value else ""

    def _lay_out(self, actions: Actions) -> None:
        self.unchosen = self.card.empty
        card = self.list_up(self._list(), self.context.habits)
        group = tr("Customers")
        buttons: list[QWidget] = [
            self.export_button(actions, self.context.format, name="customers.export", title=group)
        ]
        if self.commands.may_edit:
            new = primary(tr("New customer"), icon="user-plus")
            action = Action(
                name="customers.new", text=tr("New customer"),
                run=lambda: self.start(self.commands.add), group=group, keys=("Ctrl+N",),
                icon="user-plus",
            )  # fmt: skip
            actions.bind(action, new, self)
            buttons.append(new)
        self.commands.lay_out(actions, group)
        self.lay_out(
            FilterBar(self.tabs, self.count, self.search),
            splitter(card, self.card, right_width=424),
            header=PageHeader(tr("Customers"), *buttons),
        )
        self.search_action(actions, name="customers.search", group=group)
