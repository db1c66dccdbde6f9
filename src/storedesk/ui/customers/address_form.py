"""Ask for an address of a customer: a new one, or changes to one."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from storedesk import forms
from storedesk.domain.customer_card import Customer
from storedesk.domain.customers import Address
from storedesk.domain.refusals.errors import NotFound
from storedesk.services.desk import Desk
from storedesk.ui.customers.fields import (
    address_fields,
    are_good,
    save_together,
    shown,
    side_by_side,
)
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.looks.buttons import primary, secondary


class CustomerAddressDialog(Dialog):
    """Edit an address of a customer. What is typed stays when saving is refused."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        customer: Customer,
        address: Address | None,
        *,
        country: str,
    ) -> None:
        """Make the form of `address`; None adds a new one, with `country` preselected."""
        title = tr("New address of {name}")
        if address:
            title = tr("Address of {name}")
        super().__init__(parent, title.format(name=customer.name), width=560)
        self.desk, self._customer, self._address = desk, customer, address
        self._seen = customer.version
        self.fields = address_fields(country)
        self._base = address.fields if address else {}
        shown(self.fields, self._base or {"recipient": customer.name})
        fields = self.fields
        self.lay_out(
            fields["recipient"],
            fields["street"],
            side_by_side(fields["postal_code"], fields["city"]),
            side_by_side(fields["state"], fields["country"]),
        )
        self.save = primary(tr("Save"), icon="save", cap="Ctrl+Enter")
        self.save.clicked.connect(lambda: self.start(self.submit))
        cancel = secondary(tr("Cancel"), cap="Esc")
        cancel.clicked.connect(self.reject)
        self.buttons(cancel, self.save)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            self.on_key(key, lambda: self.start(self.submit))
        fields["recipient" if address else "street"].editor.setFocus()

    async def submit(self) -> None:
        """Save the address, merged with what someone else has saved meanwhile."""
        if not are_good(self.fields):
            return
        mine = {name: field.value() for name, field in self.fields.items()}
        saved = await save_together(
            self, self._customer.name, self._base, mine, save=self._save, theirs=self._theirs
        )
        if saved is not None:
            self.accept()

    async def _save(self, fields: Mapping[str, str]) -> None:
        shown(self.fields, fields)
        key = self._address.id if self._address else None
        await self.desk.edit(
            forms.customers.save_address, self._customer.id, key, seen=self._seen, fields=fields
        )

    async def _theirs(self) -> Mapping[str, str]:
        """Return the address as it is saved now; a new one has no other version."""
        key = self._address.id if self._address else None
        self._seen, now = await self.desk.read(forms.customers.address_form, self._customer.id, key)
        if self._address is None:
            return self._base
        if now is None:
            raise NotFound("address_not_found")
        return now.fields
