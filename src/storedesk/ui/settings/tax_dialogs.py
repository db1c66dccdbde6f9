"""Ask for a class of tax, for its name, and for a rate from a day on."""

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from storedesk import api
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.taxes import TaxClassLine, TaxRate
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.saving import SaveDialog
from storedesk.ui.kit.forms.date_field import DateField
from storedesk.ui.kit.forms.form import TextField
from storedesk.ui.kit.forms.percent import PercentField, percentage
from storedesk.ui.settings.tax_labels import price_with

LONGEST = 100
EXAMPLE = Decimal("0.0825")


class TaxDialog(SaveDialog):
    """What the dialogs of a rate have: what the tax is called, the rate, and what it makes."""

    def __init__(self, parent: QWidget, context: PageContext, title: str, *, save: str) -> None:
        super().__init__(parent, title, save=save)
        self.context = context
        self.name = TextField(tr("Name on receipts"), longest=LONGEST, hint=tr("VAT"))
        self.rate = PercentField(tr("Rate in %"), hint=percentage(EXAMPLE))
        self.about = {"bad_rate": self.rate.editor, "name_missing": self.name.editor}

    def show_price(self) -> None:
        """Show what a price comes to with the rate that is typed."""
        try:
            rate = self.rate.value()
        except Refused:
            self.said("")
            return
        self.said(price_with(rate, self.context))

    def said(self, words: str) -> None:
        """Say what a price comes to, or how it will be said."""
        if self.remark:
            self.remark.setText(words or tr("Type a rate to see what a price comes to with it."))


class NewTaxClassDialog(TaxDialog):
    """Add a class of tax, with the rate that it has."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        title = tr("Add a tax class")
        super().__init__(parent, context, title, save=tr("Add the tax class"))
        self.called = TextField(tr("Name of the class"), longest=LONGEST, hint=tr("Reduced"))
        self.about |= {"name_taken": self.called.editor}
        self.rate.edited.connect(self.show_price)
        self.fill(self.called, self.name, self.rate, remark=" ")
        self.show_price()

    async def submit(self) -> None:
        """Add the class, and close."""
        if not self.form.is_good():
            return
        await self.context.desk.do(
            api.taxes.add_tax_class, class_name=self.called.value(), name=self.name.value(),
            rate=self.rate.value(),
        )  # fmt: skip
        self.accept()


class RenameTaxClassDialog(SaveDialog):
    """Give a class of tax another name."""

    def __init__(self, parent: QWidget, context: PageContext, line: TaxClassLine) -> None:
        super().__init__(parent, line.name, save=tr("Save"))
        self._context, self._line = context, line
        self.called = TextField(tr("Name of the class"), longest=LONGEST)
        self.called.show_value(line.name)
        self.about = dict.fromkeys(("name_taken", "name_missing"), self.called.editor)
        self.fill(self.called, remark=tr("Only staff see it. Receipts show the name of the tax."))

    async def submit(self) -> None:
        """Save the name, and close."""
        if not self.form.is_good():
            return
        if (name := self.called.value()) != self._line.name:
            await self._context.desk.do(
                api.taxes.rename_tax_class, tax_class=self._line.id, was=self._line.name,
                class_name=name,
            )  # fmt: skip
        self.accept()


class TaxRateDialog(TaxDialog):
    """Add a rate that a class has from a day on, or correct one that was not sold with."""

    def __init__(
        self, parent: QWidget, context: PageContext, line: TaxClassLine, was: TaxRate | None,
        today: date,
    ) -> None:  # fmt: skip
        title = tr("New rate of {name}") if was is None else tr("Correct a rate of {name}")
        super().__init__(parent, context, title.format(name=line.name), save=tr("Save"))
        self._line, self._was = line, was
        self.day = DateField(
            tr("From"), locale=context.format.locale, example=date(today.year + 1, 1, 1)
        )
        for code in ("rate_past", "rate_day_taken", "bad_instant"):
            self.about[code] = self.day.editor
        shown = was or line.on(today)
        if shown:
            self.name.show_value(shown.name)
        if was:
            self.day.show_value(was.day)
            self.day.setEnabled(False)
            self.rate.show_value(was.rate)
        self.rate.edited.connect(self.show_price)
        fields = (self.name, self.rate) if was else (self.day, self.name, self.rate)
        self.fill(*fields, remark=" ")
        self.show_price()

    async def submit(self) -> None:
        """Save the rate, and close."""
        if not self.form.is_good():
            return
        desk, key, was = self.context.desk, self._line.id, self._was
        name, rate = self.name.value(), self.rate.value()
        if was is None:
            day = self.day.value()
            await desk.do(api.taxes.add_tax_rate, tax_class=key, day=day, name=name, rate=rate)
        elif (name, rate) != (was.name, was.rate):
            await desk.do(
                api.taxes.correct_tax_rate, tax_class=key, day=was.day, was_name=was.name,
                was_rate=was.rate, name=name, rate=rate,
            )  # fmt: skip
        self.accept()
