"""Ask for a customer's details, new or changed, and warn of duplicates."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from storedesk import forms, queries
from storedesk.domain.customers import CustomerForm, CustomerLine
from storedesk.domain.refusals.errors import NotAllowed
from storedesk.domain.values.text import wanted
from storedesk.services.desk import Desk
from storedesk.ui.customers.duplicates import DuplicateWarning
from storedesk.ui.customers.fields import (
    address_fields,
    are_good,
    person_fields,
    save_together,
    shown,
    side_by_side,
    typed,
)
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.form import Field, LineField
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import boxed, column, hairline
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.kit.looks.theme import DEMIBOLD

REST_MS = 250
"""Milliseconds without typing before duplicates are searched."""
WIDTH = 720
LOOKED_AT = ("first_name", "last_name", "email", "phone", "postal_code")


class CustomerDialog(Dialog):
    """Edit a customer. What is typed stays when saving is refused."""

    def __init__(self, parent: QWidget, desk: Desk, title: str) -> None:
        super().__init__(parent, title, width=WIDTH)
        self.desk = desk
        self.person = person_fields()
        email, phone = self.person["email"].editor, self.person["phone"].editor
        self.about = {"email_taken": email, "email_unreadable": email, "phone_unreadable": phone}
        self.address: dict[str, Field[str]] = {}
        self.duplicates = DuplicateWarning()
        self.duplicate: CustomerLine | None = None
        """The existing customer to open instead."""
        self.saved: UUID | None = None
        self.save = primary(tr("Save"), icon="save", cap="Ctrl+Enter")
        self.save.clicked.connect(lambda: self.start(self.submit))
        self.cancel = secondary(tr("Cancel"), cap="Esc")
        self.cancel.clicked.connect(self.reject)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(lambda: self._jobs.restart(self.look_for_duplicates))
        self.duplicates.opened.connect(self._open_duplicate)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            self.on_key(key, lambda: self.start(self.submit))
        self.on_key("Ctrl+O", self.duplicates.open_chosen)

    async def submit(self) -> None:
        """Save what was typed, and close."""
        raise NotImplementedError

    def done(self, code: int) -> None:
        """Answer Qt: stop the search for duplicates, and close."""
        self._rest.stop()
        super().done(code)

    async def look_for_duplicates(self) -> None:
        """Warn of customers who may be the same person."""
        self.duplicates.show_duplicates(
            await self.desk.read(queries.customer_lists.duplicates, self._known(), self._self())
        )
        self.adjustSize()

    def _self(self) -> UUID | None:
        return None

    def _known(self) -> dict[str, str]:
        """Return what is typed so far, unchecked, by field."""
        fields = self.person | self.address
        return {name: wanted(typed(fields[name])) for name in LOOKED_AT if name in fields}

    def _watch(self) -> None:
        for name, field in (self.person | self.address).items():
            if name in LOOKED_AT:
                field.edited.connect(self._rest.start)

    def _open_duplicate(self, line: CustomerLine) -> None:
        self.duplicate = line
        self.reject()


class NewCustomerDialog(CustomerDialog):
    """Add a new customer."""

    def __init__(self, parent: QWidget, desk: Desk, *, country: str) -> None:
        super().__init__(parent, desk, tr("New customer"))
        self.address = address_fields(country, recipient=False)
        person = self.person
        address = self.address
        self.lay_out(
            side_by_side(person["first_name"], person["last_name"]),
            side_by_side(person["email"], person["phone"]),
            person["note"],
            hairline(),
            Label(tr("Address (optional)"), weight=DEMIBOLD),
            side_by_side(address["street"], address["postal_code"]),
            side_by_side(address["city"], address["state"], address["country"]),
            self.duplicates,
        )
        self.buttons(self.cancel, self.save)
        self._watch()
        person["first_name"].editor.setFocus()

    async def submit(self) -> None:
        """Save the customer, with the address if one is typed."""
        has_address = self._has_address()
        if not are_good(self.person | (self.address if has_address else {})):
            return
        fields = {name: field.value() for name, field in self.person.items()}
        address = None
        if has_address:
            name = f"{fields['first_name']} {fields['last_name']}".strip()
            address = {key: field.value() for key, field in self.address.items()}
            address["recipient"] = name
        self.saved = await self.desk.edit(forms.customers.add, fields, address)
        self.accept()

    def _has_address(self) -> bool:
        """Tell whether an address is typed; the country alone does not count."""
        for field in self.address.values():
            field.mark("")
        return any(
            typed(field).strip() for name, field in self.address.items() if name != "country"
        )


class EditCustomerDialog(CustomerDialog):
    """Edit a customer; merge what someone else changed meanwhile, and ask about conflicts."""

    def __init__(self, parent: QWidget, desk: Desk, form: CustomerForm) -> None:
        name = f"{form.fields['first_name']} {form.fields['last_name']}".strip()
        super().__init__(parent, desk, name or tr("Customer"))
        self._form, self._name = form, name
        shown(self.person, form.fields)
        person = self.person
        self.email_note = muted(wrap=True)
        self.lay_out(
            side_by_side(person["first_name"], person["last_name"]),
            side_by_side(boxed(column(person["email"], self.email_note, gap=5)), person["phone"]),
            self.duplicates,
            person["note"],
        )
        self.buttons(self.cancel, self.save)
        self._guard_email()
        self._watch()
        person["first_name"].editor.setFocus()

    async def submit(self) -> None:
        """Save the changes, merged with those of others."""
        if not are_good(self.person):
            return
        mine = {name: field.value() for name, field in self.person.items()}

        async def save(fields: Mapping[str, str]) -> None:
            shown(self.person, fields)
            await self.desk.edit(
                forms.customers.save, self._form.id, seen=self._seen, fields=fields
            )

        async def theirs() -> Mapping[str, str]:
            now = await self.desk.read(forms.customers.form, self._form.id)
            self._seen = now.version
            return now.fields

        self._seen = self._form.version
        saved = await save_together(
            self, self._name, self._form.fields, mine, save=save, theirs=theirs
        )
        if saved is not None:
            self.saved = self._form.id
            self.accept()

    def _self(self) -> UUID | None:
        return self._form.id

    def _guard_email(self) -> None:
        field = self.person["email"]
        if self._form.may_change_email:
            self.email_note.hide()
            field.edited.connect(self._say_unconfirmed)
            return
        if isinstance(field, LineField):
            field.input.setReadOnly(True)
        self.email_note.setText(NotAllowed("email_needs_manager").sentence(spoken))

    def _say_unconfirmed(self) -> None:
        self.email_note.setText(tr("The customer has to confirm the new e-mail address."))
        is_new = typed(self.person["email"]).strip().lower() != self._form.fields["email"]
        self.email_note.setVisible(is_new)
