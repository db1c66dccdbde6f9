"""Ask for a new person, for another name and other groups, and for a new password."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any
from unicodedata import normalize
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget

from storedesk import api
from storedesk.domain.logins import checked_login
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.staff import PEOPLES_GROUPS, Group, Limit, StaffLine
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.saving import SaveDialog
from storedesk.ui.kit.forms.form import Field, MoneyField, QuantityField, TextField
from storedesk.ui.kit.forms.login import LoginField
from storedesk.ui.kit.forms.password import PasswordField
from storedesk.ui.kit.looks.cards import boxed, column
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.people.labels import group_label, group_remark, limit_labels

LONGEST_NAME = 200
_OTHER = re.compile(r"[^a-z0-9_]+")


class GroupsField(Field[frozenset[Group]]):
    """The groups of a person: a box each, with what its people do."""

    def __init__(self) -> None:
        self.boxes = {group: QCheckBox(group_label(group)) for group in PEOPLES_GROUPS}
        parts = []
        for group, box in self.boxes.items():
            remark = Label(group_remark(group), size=12, ink="muted", wrap=True)
            remark.setIndent(26)
            box.setAccessibleDescription(group_remark(group))
            parts.append(column(box, remark, gap=1))
        super().__init__(tr("Groups"), boxed(column(*parts, gap=7)))
        self.setFocusProxy(self.boxes[Group.CASHIER])
        for box in self.boxes.values():
            box.clicked.connect(self._touched)

    def value(self) -> frozenset[Group]:
        """Return the groups that are ticked. Refused: bad_groups."""
        ticked = frozenset(group for group, box in self.boxes.items() if box.isChecked())
        if not ticked:
            raise Refused("bad_groups")
        return ticked

    def show_value(self, value: Iterable[Group]) -> None:
        """Tick these."""
        wanted = set(value)
        for group, box in self.boxes.items():
            box.setChecked(group in wanted)


def suggested_login(name: str) -> str:
    """Return a login made of the first word of a name, "" where none can be: "Zoë B." is zoe."""
    first = normalize("NFKD", name.strip().split(" ")[0].lower()).encode("ascii", "ignore").decode()
    login = _OTHER.sub("", first)
    try:
        return checked_login(login)
    except Refused:
        return ""


class PersonDialog(SaveDialog):
    """What the dialogs of a person have."""

    def __init__(self, parent: QWidget, desk: Desk, title: str, *, save: str) -> None:
        super().__init__(parent, title, save=save)
        self.desk = desk


class NewPersonDialog(PersonDialog):
    """Take somebody on: name, login, groups and a first password."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, desk, tr("Add a person"), save=tr("Add the person"))
        self.name = TextField(tr("Name"), longest=LONGEST_NAME)
        self.login = LoginField(tr("Login"))
        self.groups = GroupsField()
        self.password = PasswordField(tr("First password"), is_new=True)
        self.about = {
            "bad_login": self.login.editor, "login_taken": self.login.editor,
            "name_missing": self.name.editor, "password_short": self.password.editor,
        }  # fmt: skip
        self._suggested = self.added = ""
        """The login that was suggested, and the one that was made."""
        self.person_id: UUID | None = None
        """Who was added."""
        self.name.edited.connect(self._suggest)
        self.groups.show_value({Group.CASHIER})
        self.fill(self.name, self.login, self.groups, self.password)

    async def submit(self) -> None:
        """Add the person, and close."""
        if not self.form.is_good():
            return
        login = self.login.value()
        self.person_id = await self.desk.do(
            api.staff.create_staff, login=login, display_name=self.name.value(),
            groups=self.groups.value(), password=self.password.value(),
        )  # fmt: skip
        self.added = login
        self.accept()

    def _suggest(self) -> None:
        """Fill in a login made of the name, as long as nobody has typed one."""
        if self.login.text() == self._suggested:
            self._suggested = suggested_login(self.name.text())
            self.login.show_value(self._suggested)
            self.login.mark("")


class ChangePersonDialog(PersonDialog):
    """Change a person's name and groups."""

    def __init__(self, parent: QWidget, desk: Desk, person: StaffLine) -> None:
        super().__init__(parent, desk, person.name, save=tr("Save"))
        self._login = person.login
        self.name = TextField(tr("Name"), longest=LONGEST_NAME)
        self.groups = GroupsField()
        self.about = {"name_missing": self.name.editor}
        self.name.show_value(person.name)
        self.groups.show_value(person.groups)
        words = tr("What they may do changes at once; their pages when they sign in next.")
        self.fill(self.name, self.groups, remark=words)

    async def submit(self) -> None:
        """Save name and groups, and close."""
        if not self.form.is_good():
            return
        await self.desk.do(
            api.staff.change_staff, login=self._login, display_name=self.name.value(),
            groups=self.groups.value(),
        )  # fmt: skip
        self.accept()


class NewPasswordDialog(PersonDialog):
    """Give a person who forgot it a new password."""

    def __init__(self, parent: QWidget, desk: Desk, person: StaffLine) -> None:
        title = tr("New password for {name}").format(name=person.name)
        super().__init__(parent, desk, title, save=tr("Set the password"))
        self._login = person.login
        self.password = PasswordField(tr("New password"), is_new=True)
        self.about = {"password_short": self.password.editor}
        self.fill(self.password)

    async def submit(self) -> None:
        """Set the password, and close."""
        if not self.form.is_good():
            return
        await self.desk.do(
            api.staff.set_password, login=self._login, password=self.password.value()
        )
        self.accept()


class LimitsDialog(PersonDialog):
    """Say how far cashiers go without a manager."""

    def __init__(self, parent: QWidget, desk: Desk, form: Format, now: Mapping[Limit, Any]) -> None:
        super().__init__(parent, desk, tr("Limits of cashiers"), save=tr("Save"))
        self._now = now
        self.fields: dict[Limit, MoneyField | QuantityField] = {}
        for limit, label in limit_labels().items():
            if limit.is_money:
                money = MoneyField(label, locale=form.locale, smallest=Decimal(0))
                money.show_value(now[limit])
                self.fields[limit] = money
            else:
                number = QuantityField(label, smallest=0)
                number.show_value(int(now[limit]))
                self.fields[limit] = number
        words = tr("Beyond them the till asks for a manager's approval. In effect at once.")
        self.fill(*self.fields.values(), remark=words)

    async def submit(self) -> None:
        """Save what was changed, and close."""
        if not self.form.is_good():
            return
        wanted = {limit: Decimal(field.value()) for limit, field in self.fields.items()}
        changed = {limit: value for limit, value in wanted.items() if value != self._now[limit]}
        if changed:
            await self.desk.do(api.staff.set_limits, group=Group.CASHIER, limits=changed)
        self.accept()
