"""Make the fields of customers and addresses, and save both kinds of form."""

from collections.abc import Awaitable, Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from storedesk.domain.customers import email_address, phone_number
from storedesk.domain.merging import Clash, merge
from storedesk.domain.refusals.errors import Conflict
from storedesk.ui.customers.labels import field_label
from storedesk.ui.kit.dialogs.conflict import Contested, settle
from storedesk.ui.kit.forms.choices import countries, country_name
from storedesk.ui.kit.forms.form import (
    ChoiceField,
    Field,
    LineField,
    NoteField,
    TextField,
    is_field_good,
)
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.cards import row

LONGEST = {
    "first_name": 100, "last_name": 100, "recipient": 200, "street": 200, "city": 100,
    "state": 100, "postal_code": 20,
}  # fmt: skip
LONGEST_NOTE = 2_000


class EmailField(LineField[str]):
    """An e-mail address, or nothing."""

    def value(self) -> str:
        """Return the address in lowercase; "" for none. Refused: email_unreadable."""
        return email_address(self.text())

    def show_value(self, value: str) -> None:
        """Show `value`."""
        self.input.setText(value)


class PhoneField(LineField[str]):
    """A phone number, or nothing."""

    def value(self) -> str:
        """Return the number as it is typed; "" for none. Refused: phone_unreadable."""
        return phone_number(self.text())

    def show_value(self, value: str) -> None:
        """Show `value`."""
        self.input.setText(value)


def person_fields() -> dict[str, Field[str]]:
    """Make the fields of a customer."""
    return {
        "first_name": TextField(field_label("first_name"), longest=LONGEST["first_name"]),
        "last_name": TextField(field_label("last_name"), longest=LONGEST["last_name"]),
        "email": EmailField(field_label("email"), optional=True),
        "phone": PhoneField(field_label("phone"), optional=True),
        "note": NoteField(field_label("note"), longest=LONGEST_NOTE, rows=2),
    }


def address_fields(country: str, *, recipient: bool = True) -> dict[str, Field[str]]:
    """Make the fields of an address, with `country` preselected."""
    made: dict[str, Field[str]] = {
        name: TextField(field_label(name), longest=LONGEST[name], optional=name == "state")
        for name in ("recipient", "street", "postal_code", "city", "state")
        if recipient or name != "recipient"
    }
    made["country"] = ChoiceField(field_label("country"), countries())
    made["country"].show_value(country)
    return made


def typed(field: Field[str]) -> str:
    """Return the raw text of a field of one line; "" for other fields."""
    return field.text() if isinstance(field, LineField) else ""


def shown(fields: Mapping[str, Field[str]], values: Mapping[str, str]) -> None:
    """Show `values` in their fields."""
    for name, value in values.items():
        if name in fields:
            fields[name].show_value(value)


def side_by_side(*fields: QWidget) -> QHBoxLayout:
    """Lay fields beside each other, aligned at the top."""
    made = row(*fields)
    for field in fields:
        made.setAlignment(field, Qt.AlignmentFlag.AlignTop)
    return made


def are_good(fields: Mapping[str, Field[str]]) -> bool:
    """Mark every field that cannot be used and focus the first; True if all are good."""
    wrong = [field for field in fields.values() if not is_field_good(field)]
    if wrong:
        go_to(wrong[0].editor)
    return not wrong


async def save_together(  # noqa: PLR0913 - two sides of one form
    parent: QWidget,
    what: str,
    base: Mapping[str, str],
    mine: Mapping[str, str],
    *,
    save: Callable[[Mapping[str, str]], Awaitable[object]],
    theirs: Callable[[], Awaitable[Mapping[str, str]]],
) -> Mapping[str, str] | None:
    """Save changes to `base`; where someone else has saved, merge, and ask about conflicts.

    `theirs` answers with what it is now, which the next `save` has seen. Returns what was saved, or
    None where the person would rather go on editing.
    """
    while True:
        try:
            await save(mine)
        except Conflict:
            now = await theirs()
            settled = await settle(parent, what, merge(base, mine, now), _in_words)
            if settled is None:
                return None
            base, mine = now, {name: str(value) for name, value in settled.items()}
        else:
            return mine


def _in_words(clash: Clash[str]) -> Contested:
    mine, theirs = str(clash.mine), str(clash.theirs)
    if clash.field == "country":
        mine, theirs = country_name(mine), country_name(theirs)
    return Contested(field_label(clash.field), mine, theirs)
