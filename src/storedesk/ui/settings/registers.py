"""The section of registers: their names, whose drawer they use, and which are in use."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from storedesk import api, queries
from storedesk.domain.registers import RegisterChange, RegisterLine
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import confirm
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.settings.cash_dialog import CashDialog
from storedesk.ui.settings.changes import ShownChange
from storedesk.ui.settings.register_dialog import RegisterDialog
from storedesk.ui.settings.section import SettingsSection
from storedesk.ui.settings.section_table import fit, section_table

MOST_ROWS = 12


class RegisterSection(SettingsSection):
    """All registers, each changed by a command of its own."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "registers", tr("Registers"), "scan-barcode")
        self.lines: tuple[RegisterLine, ...] = ()
        self.table: RecordTable[RegisterLine] = section_table(
            self._columns(), lambda line: line.id, tr("Registers")
        )
        self.add = self.button(tr("Add a register"), "plus", self.ask_new, begins=True)
        self.change = self.button(tr("Change", "verb"), "pencil", self.ask_change)
        self.cash = self.button(tr("Cash in the drawer"), "banknote", self.ask_cash)
        self.retire = self.button(tr("Take out of use"), "ban", self.ask_use)
        self.revive = self.button(tr("Put into use"), "rotate-ccw", self.ask_use)
        self.stack(
            muted(
                tr("A register is a till with a drawer. Which one stands at a computer is asked"
                   " there, when somebody who sells signs in for the first time."), wrap=True
            ),
            self.table,
            row(self.add, self.change, None, gap=8),
            row(self.cash, None),
            row(self.retire, self.revive, None, gap=8),
        )  # fmt: skip
        self.table.chosen_changed.connect(self._show_possible)
        self.table.opened.connect(lambda _: self.wanted.emit(self.ask_change))
        self._show_possible()

    def words(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be found here."""
        places = dict.fromkeys((tr("Drawers"), tr("Least and most cash")), self.take_keyboard)
        return {**places, **super().words()}

    def take_keyboard(self) -> None:
        """Give the keyboard to the list."""
        go_to(self.table)

    async def refresh(self) -> None:
        """Show the registers as they are now; the chosen one stays chosen."""
        self.lines, changes = await self.context.desk.read(queries.registers.overview)
        self.table.show_records(self.lines)
        if self.table.chosen_or_none() is None and self.lines:
            self.table.choose(self.lines[0].id)
        fit(self.table, MOST_ROWS)
        self._show_possible()
        self.changes.show_changes(self._shown(one) for one in changes)

    async def ask_new(self) -> None:
        """Add a register."""
        if await RegisterDialog(self, self.context.desk, None, self.lines).shown():
            await self._done(tr("The register was added."))

    async def ask_change(self) -> None:
        """Change the chosen register."""
        line = self.table.chosen()
        if await RegisterDialog(self, self.context.desk, line, self.lines).shown():
            await self._done(tr("{register} is saved.").format(register=line.name))

    async def ask_cash(self) -> None:
        """Ask for the least and the most cash in the drawer of the chosen register."""
        line = self.table.chosen()
        if await CashDialog(self, self.context, line).shown():
            await self._done(tr("{register} is saved.").format(register=line.name))

    async def ask_use(self) -> None:
        """Take the chosen register out of use, after a question, or into use again."""
        line = self.table.chosen()
        if line.is_active and not await confirm(
            self,
            tr("Take {register} out of use?").format(register=line.name),
            tr("Nobody sells there any more. What was sold there stays under its name."),
            yes=tr("Take out of use"),
        ):
            return
        use = api.registers.use_register
        await self.context.desk.do(use, register=line.id, is_used=not line.is_active)
        words = tr("{register} is out of use.") if line.is_active else tr("{register} is in use.")
        await self._done(words.format(register=line.name))

    async def _done(self, words: str) -> None:
        await self.refresh()
        self.said.emit(words)

    def _show_possible(self) -> None:
        line = self.table.chosen_or_none()
        self.change.setEnabled(line is not None)
        self.cash.setEnabled(line is not None and line.drawer_of is None)
        is_out = line is not None and not line.is_active
        self.retire.setEnabled(line is not None)
        self.retire.setVisible(not is_out)
        self.revive.setVisible(is_out)

    def _columns(self) -> list[Column[RegisterLine]]:
        return [
            Column(tr("Name"), lambda one: one.name, CellStyle.STRONG, 90, grow=1),
            Column(tr("Code"), lambda one: one.code, CellStyle.MUTED, 70),
            Column(tr("Drawer"), self._drawer_of, width=150, grow=2),
            Column("", self._state, CellStyle.CHIP, 120),
        ]

    def _drawer(self, key: object) -> str:
        """Return whose drawer it is, by the key of a register or by that as text."""
        names = {str(line.id): line.name for line in self.lines}
        if not key:
            return tr("its own")
        return tr("that of {register}").format(register=names.get(str(key), ""))

    def _drawer_of(self, line: RegisterLine) -> str:
        """Return whose drawer it uses, and what should be in its own."""
        bounds = (line.least_cash, line.most_cash)
        if line.drawer_of or bounds == (None, None):
            return self._drawer(line.drawer_of)
        least, most = (self._amount(one) for one in bounds)
        if line.most_cash is None:
            return tr("its own, at least {least}").format(least=least)
        if line.least_cash is None:
            return tr("its own, at most {most}").format(most=most)
        return tr("its own, {least} to {most}").format(least=least, most=most)

    def _amount(self, value: Any) -> str:
        """Return an amount, or the text of one, as money; "" of none."""
        if value is None:
            return ""
        return self.context.money(Money(Decimal(str(value)), self.context.store.currency))

    def _state(self, line: RegisterLine) -> Cell:
        if not line.is_active:
            return Cell(tr("Out of use"), tone=Tone.MUTE)
        here = self.context.register
        return Cell(tr("Here"), tone=Tone.INFO) if here and here.id == line.id else Cell("")

    def _shown(self, change: RegisterChange) -> ShownChange:
        """Put a change into words."""
        if not change.column:
            return ShownChange(
                change.when, change.who, tr("Register added"), "", change.register, is_new=True
            )
        label = {
            "code": tr("Code"), "name": tr("Name"), "drawer_of": tr("Drawer"),
            "is_active": tr("In use"), "least_cash_amount": tr("Least cash in the drawer"),
            "most_cash_amount": tr("Most cash in the drawer"),
        }[change.column]  # fmt: skip
        setting = tr("{register}, {setting}").format(register=change.register, setting=label)
        old, new = (self._value(change.column, one) for one in (change.old, change.new))
        return ShownChange(change.when, change.who, setting, old, new)

    def _value(self, column: str, value: Any) -> str:
        if column == "is_active":
            return tr("Yes") if value else tr("No")
        if column in {"least_cash_amount", "most_cash_amount"}:
            return self._amount(value) or tr("no bound")
        return self._drawer(value) if column == "drawer_of" else str(value or "")
