"""Ask how much cash should be in a drawer at least and at most."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from storedesk import api
from storedesk.domain.registers import RegisterLine
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.saving import SaveDialog
from storedesk.ui.kit.forms.form import MoneyField


class CashDialog(SaveDialog):
    """The least and the most cash of one drawer; an empty field is no bound."""

    def __init__(self, parent: QWidget, context: PageContext, line: RegisterLine) -> None:
        title = tr("Cash in the drawer: {register}").format(register=line.name)
        super().__init__(parent, title, save=tr("Save"))
        self._desk, self._line = context.desk, line
        locale, none = context.format.locale, Decimal(0)
        self.least = MoneyField(tr("Least cash"), locale=locale, optional=True, smallest=none)
        self.most = MoneyField(tr("Most cash"), locale=locale, optional=True, smallest=none)
        for field, value in ((self.least, line.least_cash), (self.most, line.most_cash)):
            if value is not None:
                field.show_value(value)
        self.about = {"cash_bounds_crossed": self.most.editor}
        words = tr("While its shift is open, managers see when it holds less or more, and the till"
                   " asks to bring cash to the safe. Empty: no such hint.")  # fmt: skip
        self.fill(self.least, self.most, remark=words)

    async def submit(self) -> None:
        """Save both, and close."""
        if not self.form.is_good():
            return
        least, most = self.least.value_or_none(), self.most.value_or_none()
        if (least, most) != (self._line.least_cash, self._line.most_cash):
            bound = api.registers.bound_cash
            await self._desk.do(bound, seen=self._line, lowest=least, highest=most)
        self.accept()
