"""Show the people who work here: admins add and change them; the rest is what they may do."""

from collections.abc import Callable
from typing import Any

from storedesk import api, queries
from storedesk.domain.staff import PEOPLES_GROUPS, Group, StaffLine
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action, Actions, Always
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import confirm
from storedesk.ui.kit.lists.columns import Sort
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.kit.lists.list_spec import ListSpec
from storedesk.ui.kit.lists.scope import EVERYTHING
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import PageHeader, splitter
from storedesk.ui.kit.looks.filter_bar import FilterBar
from storedesk.ui.people.columns import columns
from storedesk.ui.people.detail import PersonDetail
from storedesk.ui.people.forms import (
    ChangePersonDialog,
    LimitsDialog,
    NewPasswordDialog,
    NewPersonDialog,
)
from storedesk.ui.people.labels import count_label, emptiness, groups_label

PROGRAMS = queries.people.PROGRAMS


class PeopleView(ListPage[StaffLine]):
    """List everyone who signs in, and change who they are, their groups and passwords."""

    watches = frozenset({"staff"})
    row_menu = (
        "people.change",
        "people.password",
        "people.badge",
        None,
        "people.disable",
        "people.enable",
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self._signed_in = 0
        self.detail = PersonDetail(context)
        self.detail.change_wanted.connect(lambda: self.start(self.change))
        self.detail.password_wanted.connect(lambda: self.start(self.new_password))
        self.detail.admission_wanted.connect(lambda: self.start(self.admit))
        self._lay_out(context.actions)
        self.table.opened.connect(lambda _: self.start(self.change))

    def narrowed(self) -> dict[str, Any]:
        """Return the filters of the list."""
        tab = self.tabs.current()
        return {"search": self.search.wanted(), "group": "" if tab == EVERYTHING else tab}

    def widest(self) -> dict[str, Any]:
        """Return filters that leave nobody out."""
        return {"group": ""}

    def placed(self, record: StaffLine) -> str:
        """Return a person with their groups."""
        return f"{record.name} ({groups_label(record.groups)})"

    def counted(self, count: int) -> str:
        """Return how many the list has."""
        return count_label(count, self._signed_in, self.context.format)

    async def refresh(self) -> None:
        """Show who is wanted, how many are in each group, and who is signed in."""
        counts = await self.desk.read(queries.people.counts)
        self._signed_in = counts["now"]
        for tab in (*PEOPLES_GROUPS, PROGRAMS):
            self.tabs.show_count(tab, self.context.format.count(counts[tab]))
        await super().refresh()

    def opens(self) -> str:
        """Return what Enter does with the chosen person."""
        return tr("Change name and groups")

    def may_open(self) -> bool:
        """Tell whether somebody is chosen, and no program."""
        return self._chosen_is(is_active=None)

    async def show_chosen(self) -> None:
        """Show the chosen person beside the list."""
        person = self.table.chosen_or_none()
        if person is None or not person.is_person:
            self.detail.show_person(person, None)
            return
        rights = await self.desk.read(queries.people.rights, person.login)
        sign_ins = await self.desk.read(queries.sign_ins.of_person, person.id)
        self.detail.show_person(person, rights, sign_ins)

    async def add(self) -> None:
        """Take somebody on."""
        dialog = NewPersonDialog(self, self.desk)
        if await dialog.shown() and dialog.person_id:
            self.note.say(tr("The new person signs in as {login}.").format(login=dialog.added))
            self.show_record(dialog.person_id)

    async def change(self) -> None:
        """Change the chosen person's name and groups."""
        person = self.table.chosen()
        if person.is_person and await ChangePersonDialog(self, self.desk, person).shown():
            self.note.say(tr("{name} was changed.").format(name=person.name))
            self.reload()

    async def new_password(self) -> None:
        """Give the chosen person a new password."""
        person = self.table.chosen()
        if await NewPasswordDialog(self, self.desk, person).shown():
            self.note.say(tr("{name} has a new password.").format(name=person.name))

    async def admit(self) -> None:
        """Disable the chosen person, after a question, or enable them again."""
        person = self.table.chosen()
        if not person.is_active:
            await self.desk.do(api.staff.enable_staff, login=person.login)
            self.note.say(tr("{name} can sign in again.").format(name=person.name))
        elif await self._is_sure(person):
            await self.desk.do(api.staff.disable_staff, login=person.login)
            self.note.say(tr("{name} can no longer sign in.").format(name=person.name))
        self.reload()

    async def withdraw_badge(self) -> None:
        """Take the chosen person's badge away: it is lost."""
        person = self.table.chosen()
        await self.desk.do(api.sign_ins.withdraw_badge, login=person.login)
        self.note.say(tr("The badge of {name} is no longer good.").format(name=person.name))

    async def set_limits(self) -> None:
        """Say how far cashiers go without a manager."""
        now = await self.desk.read(queries.people.limits_of, Group.CASHIER)
        if await LimitsDialog(self, self.desk, self.context.format, now).shown():
            self.note.say(tr("The limits were saved."))
            self.reload()

    async def _is_sure(self, person: StaffLine) -> bool:
        return await confirm(
            self,
            tr("Disable {name}?").format(name=person.name),
            tr("They can no longer sign in, and what they have open ends at once. All that they"
               " sold and changed stays under their name."),
            yes=tr("Disable"),
        )  # fmt: skip

    def _list(self) -> ListSpec[StaffLine]:
        return ListSpec(
            id="people",
            name=tr("People"),
            hint=tr("Search people"),
            tabs=[
                (EVERYTHING, tr("Everyone")),
                ("cashier", tr("Cashiers")), ("clerk", tr("Clerks")),
                ("manager", tr("Managers")), ("admin", tr("Admins")),
                ("auditor", tr("Auditors")), (PROGRAMS, tr("Programs")),
            ],
            tabs_name=tr("Which people"),
            columns=columns(self.context.format),
            sort=Sort("name"),
            keys=queries.people.people_keys,
            first=queries.people.first_people,
            records=queries.people.people_lines,
            empty=emptiness(),
        )  # fmt: skip

    def _lay_out(self, actions: Actions) -> None:
        self.unchosen = self.detail.empty
        card = self.list_up(self._list(), self.context.habits)
        self.limits = secondary(tr("Limits"), icon="scale")
        self.more = primary(tr("Add a person"), icon="user-plus")
        self._register(actions)
        title = tr("People")
        export = self.export_button(actions, self.context.format, name="people.export", title=title)
        self.lay_out(
            FilterBar(self.tabs, self.count, self.search),
            splitter(card, self.detail, right_width=440),
            header=PageHeader(title, export, self.limits, self.more),
        )

    def _register(self, actions: Actions) -> None:
        self.search_action(actions, name="people.search", group=tr("People"))
        add = self._action("add", tr("Add a person"), self.add, "Ctrl+N", "user-plus")
        actions.bind(add, self.more, self)
        words = tr("Limits of cashiers")
        limits = self._action("limits", words, self.set_limits, "Ctrl+L", "scale")
        actions.bind(limits, self.limits, self)
        for action in (
            self._action("change", tr("Change name and groups"), self.change, "Ctrl+E", "pencil",
                         lambda: self._chosen_is(is_active=None)),
            self._action("password", tr("Set a new password"), self.new_password, "Ctrl+R",
                         "key-round", lambda: self._chosen_is(is_active=None)),
            self._action("badge", tr("Withdraw the badge"), self.withdraw_badge, "", "scan-barcode",
                         lambda: self._chosen_is(is_active=None)),
            self._action("disable", tr("Disable the person"), self.admit, "", "ban",
                         lambda: self._chosen_is(is_active=True)),
            self._action("enable", tr("Enable the person"), self.admit, "", "rotate-ccw",
                         lambda: self._chosen_is(is_active=False)),
        ):  # fmt: skip
            actions.add(action, self)

    def _chosen_is(self, *, is_active: bool | None) -> bool:
        """Tell whether a person is chosen; one who is active, or disabled, and not oneself."""
        person = self.table.chosen_or_none()
        if person is None or not person.is_person:
            return False
        is_own = person.id == self.context.me.id
        return is_active is None or (person.is_active is is_active and not is_own)

    def _action(  # noqa: PLR0913, PLR0917 - what an action is made from
        self,
        name: str,
        text: str,
        job: Callable[[], Any],
        key: str,
        icon: str,
        enabled: Callable[[], bool] = Always,
    ) -> Action:
        return Action(
            name=f"people.{name}", text=text, run=lambda: self.start(job), group=tr("People"),
            keys=(key,) if key else (), icon=icon, enabled=enabled,
        )  # fmt: skip
