"""Show one person: who it is, since when, and what they may do."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from storedesk.domain.duties import LIMITED, Duty, Rights
from storedesk.domain.sign_ins import SignInLine
from storedesk.domain.staff import Group, StaffLine
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import EmptyState, Sign
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, Kind, secondary
from storedesk.ui.kit.looks.cards import Card, boxed, column, row, scrolling
from storedesk.ui.kit.looks.chips import Avatar, Chip
from storedesk.ui.kit.looks.labels import Label, card_title, muted
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.people.labels import duty_label, group_label, groups_label
from storedesk.ui.sign_in_history import SignInHistory

ALLOWED, LIMITED_SIGN, FORBIDDEN = ("check", "ok"), ("scale", "warn"), ("x", "muted")
"""Icon and color of what somebody may do, may do within limits, and may not do."""


class RightsTable(QWidget):
    """What one person may do, a row each: a sign, the duty, and how far or who else may."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(2, 1)

    def show_rights(self, rights: Rights) -> None:
        """Show these instead of what is there."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for at, duty in enumerate(Duty):
            (icon, token), remark = self._judged(duty, rights)
            is_allowed = duty in rights.may
            words = Label(duty_label(duty), ink="text" if is_allowed else "muted")
            self._grid.addWidget(Sign(icon, token, 14), at, 0)
            self._grid.addWidget(words, at, 1)
            self._grid.addWidget(Label(remark, ink="muted", right=True, wrap=True), at, 2)

    def _judged(self, duty: Duty, rights: Rights) -> tuple[tuple[str, str], str]:
        """Return the sign of a duty, and how far it goes or who else may do it."""
        if duty not in rights.may:
            others = [group for group in rights.others[duty] if group is not Group.MANAGER]
            who = " / ".join(group_label(one) for one in others or rights.others[duty])
            return FORBIDDEN, tr("no, allowed to: {group}").format(group=who)
        is_manager = not rights.limits
        if duty is Duty.REPRICE and not is_manager:
            return LIMITED_SIGN, tr("within the limit of discounts")
        if duty not in LIMITED or is_manager:
            return ALLOWED, ""
        once, day = (rights.limits.get(limit) for limit in LIMITED[duty])
        if once is None or day is None:
            return ALLOWED, ""
        if duty is Duty.FIND:
            words = tr("up to {count} of a product, {most} a day")
            return LIMITED_SIGN, words.format(count=int(once), most=int(day))
        currency, money = self._context.store.currency, self._context.money
        words = tr("up to {amount}, {most} a day")
        return LIMITED_SIGN, words.format(
            amount=money(Money.of(once, currency)), most=money(Money.of(day, currency))
        )


class PersonDetail(QWidget):
    """Show one person, with the buttons of what an admin does about them."""

    password_wanted = Signal()
    change_wanted = Signal()
    admission_wanted = Signal()
    """They are to be disabled, or enabled if they are."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.face, self.name, self.about = Avatar(""), card_title(""), muted(wrap=True)
        self.name.setWordWrap(True)
        self.state = Chip("")
        self.password = secondary(tr("New password"), icon="key-round")
        self.change = secondary(tr("Edit"), icon="pencil")
        self.disable = Button(tr("Disable"), icon="ban", kind=Kind.DANGER)
        self.enable = secondary(tr("Enable"), icon="rotate-ccw")
        self.rights = RightsTable(context)
        self.history = SignInHistory(context.format)
        self.remark = muted(tr("From the rights that the database has granted."), wrap=True)
        for button, wanted in (
            (self.password, self.password_wanted), (self.change, self.change_wanted),
            (self.disable, self.admission_wanted), (self.enable, self.admission_wanted),
        ):  # fmt: skip
            button.clicked.connect(wanted)
        self._lay_out()
        self.show_person(None, None)

    def show_person(
        self,
        person: StaffLine | None,
        rights: Rights | None,
        sign_ins: Sequence[SignInLine] = (),
    ) -> None:
        """Show somebody, what they may do and when they came; None: nobody is chosen."""
        self.body.setVisible(person is not None)
        self.empty.setVisible(person is None)
        if person is None:
            return
        self.face.show_text(person.name)
        self.name.setText(person.name)
        since = tr("{login}, since {date}")
        self.about.setText(
            since.format(login=person.login, date=self._context.format.date(person.since))
        )
        self._show_state(person)
        is_own = person.id == self._context.me.id
        for button in (self.password, self.change):
            button.setVisible(person.is_person)
        self.disable.setVisible(person.is_person and person.is_active and not is_own)
        self.enable.setVisible(person.is_person and not person.is_active)
        self.duties.setVisible(person.is_person and rights is not None)
        self.history.setVisible(person.is_person and rights is not None)
        self.history.show_lines(sign_ins)
        self.program.setVisible(not person.is_person)
        if rights is not None:
            self.duties.title.setText(tr("What {name} may do").format(name=person.name))
            self.rights.show_rights(rights)

    def _show_state(self, person: StaffLine) -> None:
        if not person.is_active:
            self.state.show_text(tr("Disabled"), Tone.MUTE)
        elif person.is_signed_in:
            self.state.show_text(tr("Signed in"), Tone.OK)
        self.state.setVisible(not person.is_active or person.is_signed_in)
        self.groups.setText(groups_label(person.groups))

    def _lay_out(self) -> None:
        self.groups = Label(weight=theme.MEDIUM, wrap=True)
        who = Card(gap=10)
        who.add(
            row(self.face, column(self.name, self.about, gap=2), self.state),
            self.groups,
            row(self.change, self.password, None, self.disable, self.enable, gap=8),
        )
        self.duties = Card(" ", gap=8)
        self.duties.add(self.rights, self.remark)
        self.program = muted(
            tr("A program that signs in to the store. It is set up on the command line:"
               " see the handbook."),
            wrap=True,
        )  # fmt: skip
        self.body = scrolling(boxed(column(who, self.duties, self.history, self.program, None)))
        self.empty = EmptyState(
            tr("Nobody is chosen"), tr("Choose a person to see what they may do."), icon="users"
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.empty)
        outer.addWidget(self.body)
