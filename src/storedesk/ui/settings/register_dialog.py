"""Ask for a register: its code, its name, and whose drawer it uses."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk import api
from storedesk.domain.registers import RegisterLine
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.saving import SaveDialog
from storedesk.ui.kit.forms.form import ChoiceField, TextField

LONGEST_CODE, LONGEST_NAME = 20, 100


class RegisterDialog(SaveDialog):
    """Add a register, or change one."""

    def __init__(
        self, parent: QWidget, desk: Desk, line: RegisterLine | None, lines: Sequence[RegisterLine]
    ) -> None:
        """Take the register that is changed, None for a new one, and all that there are."""
        title = line.name if line else tr("Add a register")
        super().__init__(parent, title, save=tr("Save") if line else tr("Add the register"))
        self._desk, self._line = desk, line
        self.name = TextField(tr("Name"), longest=LONGEST_NAME, hint=tr("Till 2"))
        self.code = TextField(tr("Code"), longest=LONGEST_CODE, hint="T2", width=160)
        own = ("", tr("its own"))
        self.drawer = ChoiceField(
            tr("Drawer"), [own, *((str(one.id), _drawer(one)) for one in _drawers(line, lines))]
        )
        self.drawer.show_value("")
        if line:
            self.name.show_value(line.name)
            self.code.show_value(line.code)
            self.drawer.show_value(str(line.drawer_of or ""))
        self.about = {"register_code_taken": self.code.editor} | dict.fromkeys(
            ("no_drawer_there", "drawer_shared", "register_has_shift", "register_has_sale"),
            self.drawer.editor,
        )
        words = tr("Registers with one drawer share its shift, its count and its Z report.")
        self.fill(self.name, self.code, self.drawer, remark=words)

    async def submit(self) -> None:
        """Save the register, and close."""
        if not self.form.is_good():
            return
        key = self.drawer.value()
        drawer = UUID(key) if key else None
        code, name = self.code.value(), self.name.value()
        if self._line is None:
            await self._desk.do(api.registers.add_register, code=code, called=name, drawer=drawer)
        elif (code, name, drawer) != (self._line.code, self._line.name, self._line.drawer_of):
            await self._desk.do(
                api.registers.change_register, seen=self._line, code=code, called=name,
                drawer=drawer,
            )  # fmt: skip
        self.accept()


def _drawers(line: RegisterLine | None, lines: Sequence[RegisterLine]) -> list[RegisterLine]:
    """Return the registers whose drawer one may use, and the one whose it uses now."""
    return [
        one for one in lines
        if (one.is_active and one.drawer_of is None and one != line)
        or (line and one.id == line.drawer_of)
    ]  # fmt: skip


def _drawer(line: RegisterLine) -> str:
    return tr("that of {register}").format(register=line.name)
