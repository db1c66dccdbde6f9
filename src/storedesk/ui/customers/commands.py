"""Run the commands of the customers page, by shortcut, by button and from the palette."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from storedesk import api, forms, queries
from storedesk.domain.customer_card import Customer
from storedesk.domain.customers import Address, CustomerLine
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.staff import Group
from storedesk.ui.context import PageContext
from storedesk.ui.customers.address_form import CustomerAddressDialog
from storedesk.ui.customers.card import CardButtons, CustomerCard
from storedesk.ui.customers.customer_form import EditCustomerDialog, NewCustomerDialog
from storedesk.ui.customers.labels import address_line, method_label
from storedesk.ui.customers.web_shop import WebShopDialog
from storedesk.ui.kit.base.actions import Action, Actions, Always
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import confirm
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.kit.looks.buttons import Button, Kind, icon_button, quiet, secondary


class CustomerCommands(QObject):
    """Hold the commands of the page, each a job; refusals are shown on the page."""

    def __init__(
        self, page: ListPage[CustomerLine], card: CustomerCard, context: PageContext
    ) -> None:
        super().__init__(page)
        self._page, self._card, self._context = page, card, context
        self.may_edit = context.me.may("set_default_address")

    def lay_out(self, actions: Actions, group: str) -> None:
        """Make the buttons of the card, and register every command with its shortcut."""
        person = []
        if self.may_edit:
            edit = secondary(tr("Edit"), icon="pencil", cap="Ctrl+E")
            self._bind(actions, group, "edit", tr("Edit the customer"), self.edit, "Ctrl+E",
                       edit)  # fmt: skip
            person.append(edit)
        every = quiet(tr("All orders"), icon="arrow-right")
        self._bind(actions, group, "all_orders", tr("Show all orders of the customer"),
                   self._all_orders, "Ctrl+Shift+O", every)  # fmt: skip
        self._card.lay_out(
            CardButtons(
                person=person,
                emails=self._email_buttons(actions, group),
                orders=[every],
                addresses=self._address_buttons(actions, group) if self.may_edit else [],
                methods=self._method_buttons(actions, group) if self.may_edit else [],
            )
        )
        if Group.ADMIN in self._context.me.groups:
            self._bind(actions, group, "web_shop", tr("Set the web shop's address"),
                       self.set_web_shop, "Ctrl+Shift+W")  # fmt: skip
        self._card.orders.table.opened.connect(
            lambda order: self._context.navigate("orders", order.id)
        )
        self._page.table.opened.connect(lambda _: self._start(self.edit))
        self._card.addresses.table.opened.connect(lambda _: self._start(self.edit_address))

    async def add(self) -> None:
        """Add a customer, or open the existing one that it turns out to be."""
        dialog = NewCustomerDialog(
            self._page.window(), self._page.desk, country=self._context.store.country
        )
        await dialog.shown()
        key = dialog.duplicate.id if dialog.duplicate else dialog.saved
        if dialog.saved:
            self._say(tr("The customer is saved."))
        if key:
            self._page.show_record(key)

    async def edit(self) -> None:
        """Edit the chosen customer, or open the existing one that it turns out to be."""
        customer = self._customer()
        form = await self._page.desk.read(forms.customers.form, customer.id)
        dialog = EditCustomerDialog(self._page.window(), self._page.desk, form)
        await dialog.shown()
        if dialog.duplicate:
            self._page.show_record(dialog.duplicate.id)
        elif dialog.saved:
            self._done(tr("{name} is saved.").format(name=customer.name))

    async def add_address(self) -> None:
        """Add an address."""
        await self._edit_address(None)

    async def edit_address(self) -> None:
        """Change the chosen address."""
        await self._edit_address(self._card.addresses.table.chosen())

    async def choose_address(self) -> None:
        """Make the chosen address the default."""
        address = self._card.addresses.table.chosen()
        await self._do(api.customers.set_default_address, address.id)
        self._done(tr("{street} is the default address now.").format(street=address.street))

    async def remove_address(self) -> None:
        """Remove the chosen address, after a question."""
        address = self._card.addresses.table.chosen()
        where = f"{address.street}, {address_line(address, self._context.store.country)}"
        if await self._is_meant(tr("Remove this address?"), where):
            await self._do(api.customers.remove_address, address.id)
            self._done(tr("The address is removed."))

    async def choose_method(self) -> None:
        """Make the chosen payment method the default."""
        method = self._card.methods.table.chosen()
        await self._do(api.customers.set_default_payment_method, method.id)
        self._done(tr("{method} is the default now.").format(method=method_label(method)))

    async def remove_method(self) -> None:
        """Remove the chosen payment method, after a question."""
        method = self._card.methods.table.chosen()
        if await self._is_meant(tr("Remove this payment method?"), method_label(method)):
            await self._do(api.customers.remove_payment_method, method.id)
            self._done(tr("The payment method is removed."))

    async def send_verification(self) -> None:
        """Send the customer a link to confirm their e-mail address."""
        await self._send(api.customers.send_verification)

    async def send_password_reset(self) -> None:
        """Send the customer a link to choose a new password."""
        await self._send(api.customers.send_password_reset)

    async def set_web_shop(self) -> None:
        """Set the address of the web shop."""
        seen, address = await self._page.desk.read(queries.store_settings.web_address)
        dialog = WebShopDialog(self._page.window(), self._page.desk, seen, address)
        if await dialog.shown():
            self._say(tr("The web shop's address is saved. Links in new e-mails lead there."))

    async def _send(self, service: Callable[..., Any]) -> None:
        customer = self._customer()
        await self._page.desk.do(service, customer.id)
        words = tr("An e-mail to {address} is in the outbox.")
        self._done(words.format(address=customer.email))

    async def _edit_address(self, address: Address | None) -> None:
        customer = self._customer()
        dialog = CustomerAddressDialog(
            self._page.window(),
            self._page.desk,
            customer,
            address,
            country=self._context.store.country,
        )
        if await dialog.shown():
            self._done(tr("The address is saved."))

    async def _do(self, service: Callable[..., Any], part: UUID) -> None:
        await self._page.desk.do(service, self._customer().id, part)

    async def _is_meant(self, title: str, what: str) -> bool:
        return await confirm(self._page.window(), title, what, yes=tr("Remove"))

    def _customer(self) -> Customer:
        if self._card.customer is None:
            raise Refused("nothing_chosen")
        return self._card.customer

    def _done(self, words: str) -> None:
        self._say(words)
        self._page.reload()

    def _say(self, words: str) -> None:
        self._page.note.say(words)

    def _email_buttons(self, actions: Actions, group: str) -> dict[str, QWidget]:
        made: dict[str, QWidget] = {}
        for name, text, words, job, key, icon in (
            ("send_verification", tr("Send an e-mail to confirm the address"),
             tr("Send confirmation"), self.send_verification, "Ctrl+Shift+M", "mail"),
            ("send_password_reset", tr("Send an e-mail to choose a new password"),
             tr("Send password reset"), self.send_password_reset, "Ctrl+Shift+P",
             "key-round"),
        ):  # fmt: skip
            if self._context.me.may(name):
                button = made[name] = Button(words, icon=icon, kind=Kind.LINK)
                self._bind(actions, group, name, text, job, key, button)
        return made

    def _address_buttons(self, actions: Actions, group: str) -> list[Button]:
        add = icon_button("plus", tr("Add an address"))
        edit = icon_button("pencil", tr("Change the chosen address"))
        choose = icon_button("circle-check", tr("Make the chosen address the default"))
        remove = icon_button("trash-2", tr("Remove the chosen address"))
        self._bind(actions, group, "add_address", tr("Add an address"), self.add_address,
                   "Ctrl+Shift+A", add)  # fmt: skip
        edit.clicked.connect(lambda: self._page.start(self.edit_address))
        choose.clicked.connect(lambda: self._page.start(self.choose_address))
        remove.clicked.connect(lambda: self._page.start(self.remove_address))
        return [edit, choose, remove, add]

    def _method_buttons(self, actions: Actions, group: str) -> list[Button]:
        choose = icon_button("circle-check", tr("Make the chosen payment method the default"))
        remove = icon_button("trash-2", tr("Remove the chosen payment method"))
        choose.clicked.connect(lambda: self._page.start(self.choose_method))
        remove.clicked.connect(lambda: self._page.start(self.remove_method))
        self._bind(actions, group, "choose_part", tr("Make the chosen one the default"),
                   self._choose_part, "Ctrl+D")  # fmt: skip
        self._bind(actions, group, "remove_part", tr("Remove the chosen one"),
                   self._remove_part, "Del")  # fmt: skip
        return [choose, remove]

    def _start(self, job: Callable[[], Awaitable[None]]) -> None:
        if self.may_edit:
            self._page.start(job)

    async def _all_orders(self) -> None:
        customer = self._customer()
        self._context.navigate("orders", None, words=customer.email or customer.name)

    async def _choose_part(self) -> None:
        await (self.choose_method if self._is_at_methods() else self.choose_address)()

    async def _remove_part(self) -> None:
        await (self.remove_method if self._is_at_methods() else self.remove_address)()

    def _is_at_parts(self) -> bool:
        """Tell whether the keyboard is in the addresses or the payment methods."""
        return self._is_at_methods() or self._card.addresses.table.hasFocus()

    def _is_at_methods(self) -> bool:
        return self._card.methods.table.hasFocus()

    def _bind(  # noqa: PLR0913, PLR0917 - an action in one line
        self,
        actions: Actions,
        group: str,
        name: str,
        text: str,
        job: Callable[[], Awaitable[None]],
        key: str,
        button: Button | None = None,
    ) -> None:
        is_part = button is None and name.endswith("_part")
        action = Action(
            name=f"customers.{name}", text=text, run=lambda: self._page.start(job), group=group,
            keys=(key,), enabled=self._is_at_parts if is_part else Always,
            is_of_use=lambda: self._card.customer is not None,
        )  # fmt: skip
        if button is None:
            actions.add(action, self._page)
        else:
            actions.bind(action, button, self._page)
