"""Write down a new customer beside the sale, or take the one whom somebody wrote down before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from storedesk import forms, queries
from storedesk.domain.customers import (
    CustomerLine,
    Duplicate,
    Why,
    email_address,
    person_in,
    phone_number,
)
from storedesk.domain.refusals.errors import StoreError
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import TextField, is_field_good
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import pressed
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panel_rows import ROW
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.sale.customer import customer_list

LONGEST_NAME = 100
LONGEST_EMAIL = 255
LONGEST_PHONE = 50


class NewCustomerPanel(Panel):
    """Name, e-mail and telephone; Enter saves, and takes the customer onto the sale.

    Who may be there already is offered: with the same e-mail chosen, else below.
    """

    taken = Signal(object)
    """The CustomerLine to note."""

    def __init__(self, desk: Desk, known: str) -> None:
        """`known` is what was typed to find them."""
        super().__init__(tr("New customer"))
        self._desk = desk
        self._doubted: dict[str, str] | None = None
        """What was typed when a possible duplicate was shown."""
        self.fields = {
            "first_name": TextField(tr("First name"), longest=LONGEST_NAME),
            "last_name": TextField(tr("Last name"), longest=LONGEST_NAME),
            "email": TextField(tr("E-mail"), longest=LONGEST_EMAIL, optional=True),
            "phone": TextField(tr("Telephone"), longest=LONGEST_PHONE, optional=True),
        }
        for name, value in person_in(known).items():
            self.fields[name].show_value(value)
        self.doubt = Label(ink="warn", wrap=True)
        self.list = customer_list(tr("Who may be meant"))
        self.go = pay_button("", size=15)
        self._place()
        self.list.taken.connect(self.taken)
        self.list.selectionModel().currentChanged.connect(self._say)
        self.go.clicked.connect(self.press)
        for field in self.fields.values():
            field.edited.connect(self._believe)
        self._believe()

    def begin(self) -> None:
        """Take the keyboard, in the first field that is still empty."""
        empty = (field for field in self.fields.values() if not field.text())
        next(empty, self.fields["email"]).input.setFocus()

    def step(self, by: int) -> None:
        """Choose one who may be meant, or, above the first, the new one."""
        if self.list.currentIndex().row() + by < 0:
            self.list.choose(-1)
        else:
            self.list.go(by)

    def enter(self) -> None:
        """Take the chosen one, or save the new one and take that."""
        if chosen := self.list.current():
            self.taken.emit(chosen)
        elif self._are_good():
            self.jobs.start(self._save)

    def _place(self) -> None:
        names = row(self.fields["first_name"], self.fields["last_name"], gap=10)
        self.lay_out(self.title, self.problem, names, self.fields["email"], self.fields["phone"])
        self.lay_out(self.doubt, self.list, None)
        self.column.setStretch(6, 1_000)
        self.end_with(self.go)

    def _are_good(self) -> bool:
        self.problem.hide()
        checks = {"email": email_address, "phone": phone_number}
        good = [is_field_good(field, checks.get(name)) for name, field in self.fields.items()]
        return all(good)

    async def _save(self) -> None:
        fields = {name: field.value() for name, field in self.fields.items()}
        fields["email"] = email_address(fields["email"])
        if fields != self._doubted and await self._offer(fields):
            return
        try:
            key = await self._desk.edit(forms.customers.add, fields)
        except StoreError as refusal:  # written down by somebody else a moment ago
            if refusal.code != "email_taken" or not await self._offer(fields):
                raise
        else:
            name = f"{fields['first_name']} {fields['last_name']}".strip()
            self.taken.emit(CustomerLine(key, name, fields["email"] or None, 0))

    async def _offer(self, fields: dict[str, str]) -> bool:
        """Show who may be the same person; tell whether there is anybody."""
        found = await self._desk.read(queries.customer_lists.duplicates, fields)
        self._doubted = fields
        self._show(found)
        return bool(found)

    def _show(self, found: Sequence[Duplicate]) -> None:
        is_same = any(one.why is Why.EMAIL for one in found)
        self.list.show_records([one.line for one in found], 0 if is_same else -1)
        self.list.setMinimumHeight(pressed(ROW))
        self.list.setMaximumHeight(len(found) * pressed(ROW))
        for part in (self.list, self.doubt):
            part.setVisible(bool(found))
        same = tr("This e-mail address already belongs to a customer. Press Enter to use them.")
        other = tr(
            "This customer may already exist. Choose below, or press Enter to add a new one."
        )
        self.doubt.setText(same if is_same else other)
        self._say()

    def _believe(self) -> None:
        """Forget who may be the same: something else is typed now."""
        self._doubted = None
        self._show(())

    def _say(self) -> None:
        """Say on the button what Enter does."""
        if self.list.current():
            self.go.setText(tr("Use this customer"))
        else:
            self.go.setText(tr("Save and use"))
