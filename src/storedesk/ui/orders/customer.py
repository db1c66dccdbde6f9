"""Choose the customer of a new order and its address, or enter a new customer."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from storedesk import forms, queries
from storedesk.domain.customers import Address, CustomerLine, email_address
from storedesk.domain.fulfillment import ShippingAddress
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.base.view import Jobs
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.forms.finder import Finder
from storedesk.ui.kit.forms.form import Form, TextField, is_field_good
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.buttons import quiet, secondary
from storedesk.ui.kit.looks.cards import Card, boxed, column, row
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.kit.looks.sizes import pressed
from storedesk.ui.kit.looks.theme import color
from storedesk.ui.orders.dialogs import AddressForm
from storedesk.ui.orders.labels import address_lines

ROW = 48
MOST_ROWS = 4
LIMIT = 20


class FindField(LineInput):
    """The field in which a customer is looked for; Up, Down and Enter are the list's."""

    def __init__(self, matches: RowList[CustomerLine]) -> None:
        super().__init__()
        self._matches = matches

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: what belongs to the list goes to it."""
        found = self._matches.current()
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._matches.go(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and found is not None:
            self._matches.taken.emit(found)
        else:
            super().keyPressEvent(event)


class OrderCustomerCard(Card):
    """Finds the customer of a new order or enters a new one, with the shipping address."""

    chosen = Signal()
    """Another customer, or none, or another address."""

    def __init__(self, context: PageContext, jobs: Jobs) -> None:
        super().__init__(tr("Customer"), gap=10)
        self._context, self._jobs = context, jobs
        self.customer: CustomerLine | None = None
        self.is_new = False
        self.addresses: Sequence[Address] = ()
        self._doubted: dict[str, str] = {}
        """What was typed of a new customer when a possible duplicate was shown."""
        self._make_finding()
        self._make_new()
        self._make_known()
        self.address = AddressForm()
        self.address_box = boxed(column(self.address))
        self.add(self.finding, self.known, self.fresh, self.address_box)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Ask who it is."""
        self.customer, self.is_new, self.addresses = None, False, ()
        self.field.clear()
        self.matches.show_records(())
        self.matches.hide()
        for part, is_seen in ((self.finding, True), (self.known, False), (self.fresh, False),
                              (self.address_box, False)):  # fmt: skip
            part.setVisible(is_seen)
        self.chosen.emit()

    def write_new(self) -> None:
        """Enter a new customer; what was typed is the name."""
        self.customer, self.is_new, self.addresses = None, True, ()
        first, _, last = self.field.text().strip().rpartition(" ")
        self.first.show_value(first)
        self.last.show_value(last)
        self.finding.hide()
        self.duplicates.hide()
        self._doubted = {}
        self.known.hide()
        self.fresh.show()
        self.address_box.show()
        self.address.recipient.show_value("")
        self.address.country.show_value(self._context.store.country)
        (self.last if first else self.first).setFocus()
        self.chosen.emit()

    def ready(self) -> bool:
        """Mark what is missing of customer and address."""
        if self.customer is None and not self.is_new:
            go_to(self.field)
            raise Refused("customer_needed")
        good = not self.is_new or self._is_new_good()
        if self.is_new and not self.address.recipient.text():
            name = f"{self.first.text()} {self.last.text()}".strip()
            self.address.recipient.show_value(name)
        return good and (not self.address_box.isVisibleTo(self) or self.address.is_good())

    async def key(self) -> UUID:
        """Return the customer; a new one is written down now, once."""
        if self.customer is not None:
            return self.customer.id
        fields = {
            "first_name": self.first.value(),
            "last_name": self.last.value(),
            "email": email_address(self.email.value()),
            "phone": self.phone.value(),
        }
        to = self.address.address()
        address = {
            "recipient": to.recipient, "street": to.street, "city": to.city, "state": to.state,
            "postal_code": to.postal_code, "country": to.country,
        }  # fmt: skip
        await self._look_for_duplicates(fields)
        key = await self._context.desk.edit(forms.customers.add, fields, address)
        name = f"{fields['first_name']} {fields['last_name']}".strip()
        await self._take(CustomerLine(key, name, fields["email"] or None, 0))
        return key

    async def _look_for_duplicates(self, fields: dict[str, str]) -> None:
        """Refuse a possible duplicate once (customer_twin); the second time it is saved."""
        if fields == self._doubted:
            return
        found = await self._context.desk.read(queries.customer_lists.duplicates, fields)
        if found:
            self._doubted = fields
            self.duplicates.show_records([one.line for one in found])
            self.duplicates.setFixedHeight(min(len(found), MOST_ROWS) * pressed(ROW))
            self.duplicates.show()
            raise Refused("customer_twin")

    def destination(self) -> ShippingAddress:
        """Return where the order goes."""
        saved = self.places.currentData()
        if self.customer is not None and saved is not None:
            one = next(one for one in self.addresses if one.id == saved)
            return _destination(one)
        return self.address.address()

    def _make_finding(self) -> None:
        self.matches = RowList[CustomerLine](
            self._paint, height=ROW, text=_words, name=tr("Customers")
        )
        self.matches.hide()
        self.field = FindField(self.matches)
        self.field.setAccessibleName(tr("Find a customer"))
        self.field.setPlaceholderText(tr("Name, e-mail, telephone, postal code"))
        self.finder = Finder[CustomerLine](self._jobs, self._ask, self._show_found)
        self.none = muted(tr("No customer matches."))
        self.none.hide()
        self.new = secondary(tr("New customer"), icon="user-plus", cap="F4")
        self.new.clicked.connect(self.write_new)
        self.finding = boxed(
            column(self.field, self.matches, self.none, row(self.new, None), gap=8)
        )
        self.field.textEdited.connect(self.finder.want)
        self.matches.taken.connect(self._choose)

    def _make_new(self) -> None:
        self.first = TextField(tr("First name"), longest=100)
        self.last = TextField(tr("Last name"), longest=100)
        self.email = TextField(tr("E-mail"), longest=255, optional=True)
        self.phone = TextField(tr("Telephone"), longest=50, optional=True)
        self.duplicates = RowList[CustomerLine](
            self._paint, height=ROW, text=_words, name=tr("Who may be meant")
        )
        self.duplicates.taken.connect(self._choose)
        back = quiet(tr("Somebody known"), icon="search", cap="F3")
        back.clicked.connect(self.show_nobody)
        names = row(self.first, self.last, gap=10)
        self.fresh = boxed(
            column(names, Form(self.email, self.phone), self.duplicates, row(None, back), gap=14)
        )

    def _make_known(self) -> None:
        self.name = Label(size=15, weight=theme.DEMIBOLD)
        self.remark = muted(wrap=True)
        self.change = quiet(tr("Change", "verb"), cap="F3")
        self.change.clicked.connect(self.ask_again)
        self.places = Chooser()
        self.places.setAccessibleName(tr("Where it goes"))
        self.places.currentIndexChanged.connect(self._show_place)
        self.place = Label(wrap=True)
        self.known = boxed(
            column(row(self.name, None, self.change), self.remark, self.places, self.place, gap=6)
        )

    def ask_again(self) -> None:
        """Ask again who it is, with the keyboard in the field."""
        self.show_nobody()
        self.field.setFocus()

    def _is_new_good(self) -> bool:
        fields = (self.first, self.last, self.phone)
        good = [is_field_good(field) for field in fields]
        good.append(is_field_good(self.email, email_address))
        if all(good) and not self.email.value() and not self.phone.value():
            go_to(self.email.input)
            raise Refused("reach_needed")
        return all(good)

    async def _ask(self, text: str) -> Sequence[CustomerLine]:
        return await self._context.desk.read(queries.customer_lists.find, text, limit=LIMIT)

    def _show_found(self, found: Sequence[CustomerLine]) -> None:
        self.matches.show_records(found, 0 if found else -1)
        self.matches.setFixedHeight(min(len(found), MOST_ROWS) * pressed(ROW))
        self.matches.setVisible(bool(found))
        self.none.setVisible(not found and bool(self.field.text().strip()))

    def _choose(self, line: CustomerLine) -> None:
        self._wanted = line
        self._jobs.restart(self._take_wanted)

    async def _take_wanted(self) -> None:
        await self._take(self._wanted)

    async def _take(self, line: CustomerLine) -> None:
        known = await self._context.desk.read(
            queries.customer_details.customer, line.id, baskets=False, mails=False
        )
        self.customer, self.is_new, self.addresses = line, False, known.addresses
        self.name.setText(line.name)
        self.remark.setText(" · ".join(part for part in (line.email, known.phone) if part))
        saved = sorted(known.addresses, key=lambda one: not one.is_default)
        offered = [Entry(one.id, f"{one.street}, {one.city}") for one in saved]
        self.places.offer([*offered, Entry(None, tr("Another address"))])
        self.places.setCurrentIndex(0)
        self.address.recipient.show_value(line.name)
        self.address.country.show_value(self._context.store.country)
        for part, is_seen in ((self.finding, False), (self.known, True), (self.fresh, False)):
            part.setVisible(is_seen)
        self._show_place()
        self.chosen.emit()

    def _show_place(self) -> None:
        saved = self.places.currentData()
        one = next((one for one in self.addresses if one.id == saved), None)
        home = self._context.store.country
        self.place.setText("\n".join(address_lines(_destination(one), home)) if one else "")
        self.place.setVisible(one is not None)
        self.address_box.setVisible(one is None and self.customer is not None)

    def _paint(
        self,
        painter: QPainter,
        box: QRectF,
        line: CustomerLine,
        is_current: bool,  # noqa: FBT001
    ) -> None:
        if is_current:
            painter.setPen(paint.NO_PEN)
            painter.setBrush(color("selection"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 8, 8)
        remark = " · ".join(part for part in (line.email, line.place, line.phone) if part)
        for top, words, size, weight, ink in (
            (4, line.name, 13, theme.MEDIUM, "text"),
            (23, remark, 12, theme.REGULAR, "muted"),
        ):
            part = QRectF(box.left() + 10, box.top() + top, box.width() - 20, 20)
            face, metrics = paint.style(size, weight)
            shown = paint.elided(words, int(part.width()), size, weight, False)  # noqa: FBT003
            painter.setFont(face)
            painter.setPen(color(ink))
            painter.drawText(QPointF(part.left(), paint.baseline(part, metrics)), shown)


def _words(line: CustomerLine) -> str:
    return ", ".join(part for part in (line.name, line.email, line.place) if part)


def _destination(one: Address) -> ShippingAddress:
    return ShippingAddress(
        recipient=one.recipient,
        street=one.street,
        city=one.city,
        state=one.state,
        postal_code=one.postal_code,
        country=one.country,
    )
