"""Show all about one customer, beside the list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk import queries
from storedesk.domain.customer_card import Customer, CustomerEmail, OrderGlance, PaymentMethod
from storedesk.domain.customers import Address, Registration
from storedesk.domain.refusals.errors import NotFound
from storedesk.ui.context import PageContext
from storedesk.ui.customers.labels import (
    EMAIL_TONES,
    ORDER_TONES,
    address_line,
    email_label,
    email_status_label,
    expiry_label,
    method_label,
    order_label,
    pieces,
    registration_label,
)
from storedesk.ui.customers.sections import Baskets, Section, section_table
from storedesk.ui.kit.base.banner import EmptyState
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.looks.cards import Card, Facts, boxed, column, row, scrolling
from storedesk.ui.kit.looks.chips import Avatar, Chip
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.theme import DEMIBOLD
from storedesk.ui.kit.looks.tokens import Tone

CONFIRMS = "send_verification"
"""The command whose button shows only while the e-mail address is unconfirmed."""


@dataclass(frozen=True, slots=True)
class CardButtons:
    """The buttons of a card, by section; empty for those who may not edit."""

    person: Sequence[QWidget] = ()
    emails: Mapping[str, QWidget] = field(default_factory=dict)
    """By the name of the command."""
    orders: Sequence[QWidget] = ()
    addresses: Sequence[QWidget] = ()
    methods: Sequence[QWidget] = ()


class CustomerCard(QWidget):
    """Show one customer, read from the desk, and again after change notices."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.customer: Customer | None = None
        self._is_stale = True
        self._buttons = CardButtons()
        self.empty = EmptyState(
            tr("No customer chosen"),
            tr("Choose a customer to see their orders, addresses and baskets."),
            icon="users",
        )
        self.body = QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.empty)

    def lay_out(self, buttons: CardButtons) -> None:
        """Lay out the card, with each button beside its section."""
        self._buttons = buttons
        self._make_head()
        self._make_sections()
        parts = (self.head, self.orders, self.addresses, self.methods, self.baskets, self.mails)
        self.body = scrolling(boxed(column(*parts, None)))
        self.layout().addWidget(self.body)  # type: ignore[union-attr]
        self.show_nobody()

    def forget(self) -> None:
        """Note that what is shown may be out of date."""
        self._is_stale = True

    async def show_customer(self, key: UUID | None) -> None:
        """Show a customer; None shows that none is chosen."""
        if key is None:
            self.show_nobody()
            return
        if self.customer and self.customer.id == key and not self._is_stale:
            return
        try:
            customer = await self._context.desk.read(
                queries.customer_details.customer,
                key,
                baskets=self._context.me.reads_baskets,
                mails=self._context.me.reads_mails,
            )
        except NotFound:
            self.show_nobody()
            return
        self._is_stale = False
        self._show(customer)

    def show_nobody(self) -> None:
        """Show that no customer is chosen."""
        self.customer = None
        self.body.hide()
        self.empty.show()

    def _make_head(self) -> None:
        self.avatar = Avatar("", Tone.INFO)
        self.name = Label(size=15, weight=DEMIBOLD, wrap=True, selectable=True)
        self.chip = Chip("")
        self.facts = Facts()
        self.note = Label(wrap=True, selectable=True)
        self.noted = Card(margin=10)
        self.noted.setProperty("kit", "inset")
        self.noted.add(self.note)
        self.head = Card(gap=10)
        words = column(self.name, row(self.chip, None), gap=4)
        top = row(self.avatar, words, *self._buttons.person, gap=12)
        top.setStretch(1, 1)
        self.head.add(top, self.facts, self.noted)
        lines = [row(button, None) for button in self._buttons.emails.values()]
        self.emails = boxed(column(*lines, gap=2))
        self.emails.setContentsMargins(-4, 0, 0, 0)  # a link's words begin where the others do
        self.head.add(self.emails)

    def _make_sections(self) -> None:
        self._make_orders()
        self._make_addresses()
        self._make_methods()
        self.baskets = Baskets(tr("Open baskets"), self._context.format)
        self._make_mails()

    def _make_orders(self) -> None:
        self.orders: Section[OrderGlance] = Section(
            tr("Last orders"),
            section_table(
                [
                    Column(tr("Order"), self._order_cell, CellStyle.STRONG, 150, 1),
                    Column(tr("Total"), self._total_cell, CellStyle.MONEY, 92),
                    Column(tr("Status"), self._status_cell, CellStyle.CHIP, 112),
                ],
                tr("Last orders"),
            ),
            *self._buttons.orders,
            none=tr("No orders yet."),
        )

    def _make_addresses(self) -> None:
        self.addresses: Section[Address] = Section(
            tr("Addresses"),
            section_table(
                [
                    Column(tr("Address"), self._address_cell, CellStyle.TEXT, 200, 1),
                    Column("", lambda one: self._default_cell(one.is_default), CellStyle.CHIP, 96),
                ],
                tr("Addresses"),
            ),
            *self._buttons.addresses,
            none=tr("No addresses yet."),
        )

    def _make_methods(self) -> None:
        self.methods: Section[PaymentMethod] = Section(
            tr("Payment methods"),
            section_table(
                [
                    Column(tr("Payment method"), self._method_cell, CellStyle.TEXT, 200, 1),
                    Column("", self._method_state, CellStyle.CHIP, 96),
                ],
                tr("Payment methods"),
            ),
            *self._buttons.methods,
        )

    def _make_mails(self) -> None:
        self.mails: Section[CustomerEmail] = Section(
            tr("E-mails"),
            section_table(
                [
                    Column(tr("E-mail"), self._mail_cell, CellStyle.TEXT, 200, 1),
                    Column(tr("Status"), self._mail_state, CellStyle.CHIP, 104),
                ],
                tr("E-mails"),
            ),
        )

    def _show(self, customer: Customer) -> None:
        is_same = self.customer is not None and self.customer.id == customer.id
        self.customer = customer
        self.avatar.show_text(customer.name)
        self.name.setText(customer.name)
        self._show_registration(customer)
        self.facts.show_facts(self._all_facts(customer))
        self.note.setText(customer.note or "")
        self.noted.setVisible(bool(customer.note))
        self.orders.show_records(customer.orders)
        for button in self._buttons.orders:
            button.setVisible(customer.order_count > len(customer.orders))
        self.addresses.show_records(customer.addresses)
        self.methods.show_records(customer.methods)
        self.baskets.show_baskets(customer.baskets)
        self.mails.show_records(customer.mails)
        self.empty.hide()
        self.body.show()
        if not is_same:
            self.body.verticalScrollBar().setValue(0)  # type: ignore[attr-defined]

    def _show_registration(self, customer: Customer) -> None:
        is_known = customer.registration is Registration.REGISTERED
        has_email = customer.email is not None
        for name, button in self._buttons.emails.items():
            button.setVisible(has_email and (name != CONFIRMS or not is_known))
        self.emails.setVisible(
            any(not button.isHidden() for button in self._buttons.emails.values())
        )
        self.chip.show_text(
            registration_label(customer.registration), Tone.OK if is_known else Tone.MUTE
        )
        self.chip.setVisible(has_email)

    def _all_facts(self, customer: Customer) -> list[tuple[str, str]]:
        count, form = self._context.format.count, self._context.format
        nothing = tr("none")
        bought = count(customer.order_count)
        if customer.open_orders:
            words = tr("{count}, {open} of them open")
            bought = words.format(count=bought, open=count(customer.open_orders))
        facts = [
            (tr("E-mail"), customer.email or nothing),
            (tr("Phone"), customer.phone or nothing),
            (tr("Orders"), bought),
            (tr("Total of all orders"), form.money(customer.value)),
        ]
        if customer.last_order_at:
            facts.append((tr("Last order"), form.moment(customer.last_order_at)))
        facts.append((tr("Customer since"), form.date(customer.since)))
        return facts

    def _order_cell(self, order: OrderGlance) -> Cell:
        return Cell(order.number, self._context.format.moment(order.placed_at))

    def _total_cell(self, order: OrderGlance) -> Cell:
        return Cell(self._context.money(order.total), pieces(order.pieces, self._context.format))

    @staticmethod
    def _status_cell(order: OrderGlance) -> Cell:
        return Cell(order_label(order.status), tone=ORDER_TONES[order.status])

    def _address_cell(self, address: Address) -> Cell:
        other = self.customer is None or address.recipient != self.customer.name
        parts = (
            address.recipient if other else "",
            address_line(address, self._context.store.country),
        )
        return Cell(address.street, " · ".join(part for part in parts if part))

    def _default_cell(self, is_default: bool) -> Cell:  # noqa: FBT001 - a column's value
        return Cell(tr("Default"), tone=Tone.INFO) if is_default else Cell("")

    def _method_cell(self, method: PaymentMethod) -> Cell:
        return Cell(method_label(method), expiry_label(method, self._context.format.now().date()))

    def _method_state(self, method: PaymentMethod) -> Cell:
        if method.is_expired(self._context.format.now().date()):
            return Cell(tr("Expired"), tone=Tone.WARN)
        return self._default_cell(method.is_default)

    def _mail_cell(self, mail: CustomerEmail) -> Cell:
        parts = (mail.order_number, self._context.format.moment(mail.at))
        return Cell(email_label(mail), " · ".join(part for part in parts if part))

    @staticmethod
    def _mail_state(mail: CustomerEmail) -> Cell:
        return Cell(email_status_label(mail.status), tone=EMAIL_TONES[mail.status])
