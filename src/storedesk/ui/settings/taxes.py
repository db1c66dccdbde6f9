"""The section of taxes: the classes, their dated rates, and what a price comes to with each."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk import api, queries
from storedesk.domain.taxes import TaxClassLine, TaxesNow, TaxRate
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import confirm
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import Card, Facts, boxed, column, row, scrolling
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.settings.section import SettingsSection
from storedesk.ui.settings.section_table import fit, section_table
from storedesk.ui.settings.tax_dialogs import (
    NewTaxClassDialog,
    RenameTaxClassDialog,
    TaxRateDialog,
)
from storedesk.ui.settings.tax_labels import (
    mode_words,
    price_fact,
    price_words,
    rate_label,
    shown_change,
    since_label,
    used_words,
)

MOST_ROWS = 6


class TaxSection(SettingsSection):
    """The classes of tax over the rates of the chosen one; each change is a command of its own."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "taxes", tr("Taxes"), "percent")
        self.now: TaxesNow | None = None
        self.classes: RecordTable[TaxClassLine] = section_table(
            self._class_columns(), _key, tr("Classes")
        )
        self.rates: RecordTable[TaxRate] = section_table(self._rate_columns(), _since, tr("Rates"))
        self.rates_title = Label(weight=theme.DEMIBOLD)
        self.used = Label(size=12, ink="muted", wrap=True)
        self.mode = muted(mode_words(context.store.tax_mode), wrap=True)
        self.add_class = self.button(tr("Add a tax class"), "plus", self.ask_class, begins=True)
        self.rename = self.button(tr("Rename"), "pencil", self.ask_name)
        self.make_default = self.button(tr("Make default"), "check", self.ask_default)
        self.add_rate = self.button(tr("New rate"), "plus", self.ask_rate)
        self.correct = self.button(tr("Correct"), "pencil", self.ask_correction)
        self.take_back = self.button(tr("Take back"), "undo-2", self.ask_back)
        self.preview: TaxPreview = TaxPreview(context)
        self.stack(
            self.mode, self.classes,
            row(self.add_class, self.rename, self.make_default, None, gap=8), self.used,
            self.rates_title, self.rates,
            row(self.add_rate, self.correct, self.take_back, None, gap=8),
        )  # fmt: skip
        self.classes.chosen_changed.connect(self.show_rates)
        self.rates.chosen_changed.connect(self._show_possible)
        self.classes.opened.connect(lambda _: self.wanted.emit(self.ask_name))
        self.rates.opened.connect(lambda _: self.wanted.emit(self.ask_correction))
        self._show_possible()

    def words(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be found here."""
        return {
            tr("Tax classes"): self.take_keyboard,
            tr("Tax rates"): lambda: go_to(self.rates),
            **super().words(),
        }

    def take_keyboard(self) -> None:
        """Give the keyboard to the classes."""
        go_to(self.classes)

    async def refresh(self) -> None:
        """Show the classes as they are now; the chosen one stays chosen."""
        now = self.now = await self.context.desk.read(queries.taxes.overview)
        self.classes.show_records(now.classes)
        if self.classes.chosen_or_none() is None and now.classes:
            self.classes.choose(now.classes[0].id)
        fit(self.classes, MOST_ROWS)
        self.mode.setText(mode_words(self.context.store.tax_mode))
        self.show_rates()
        self.preview.show_taxes(now)
        form = self.context.format
        self.changes.show_changes(shown_change(one, form) for one in now.changes)

    def show_rates(self) -> None:
        """Show the rates of the chosen class, the newest first."""
        line = self.classes.chosen_or_none()
        self.rates.show_records(tuple(reversed(line.rates)) if line else ())
        fit(self.rates, MOST_ROWS)
        title = tr("Rates of {name}").format(name=line.name) if line else ""
        self.rates_title.setText(title)
        self.used.setText(used_words(line, self.context.format) if line else "")
        self._show_possible()

    async def ask_class(self) -> None:
        """Add a class."""
        if await NewTaxClassDialog(self, self.context).shown():
            await self._done(tr("The tax class was added."))

    async def ask_name(self) -> None:
        """Give the chosen class another name."""
        if await RenameTaxClassDialog(self, self.context, self.classes.chosen()).shown():
            await self._done(tr("The name is saved."))

    async def ask_default(self) -> None:
        """Make the chosen class that of whatever names no other, after a question."""
        if self.now is None or not self._may_be_default():
            return
        line, was = self.classes.chosen(), self.now.default()
        words = tr(
            "What names no other class is taxed as {name}, {rate}, and as {was} no longer, from"
            " now on. What was sold keeps its tax."
        )
        rate = rate_label(line.on(self.now.today), self.context.format)
        if await confirm(
            self,
            tr("Make {name} the default tax class?").format(name=line.name),
            words.format(name=line.name, rate=rate, was=was.name),
            yes=tr("Make default"),
        ):
            await self.context.desk.do(
                api.taxes.make_tax_class_default, tax_class=line.id, was=was.id
            )
            await self._done(tr("The default tax class is changed."))

    async def ask_rate(self) -> None:
        """Add a rate of the chosen class."""
        await self._ask_rate(None)

    async def ask_correction(self) -> None:
        """Correct the chosen rate, if nothing can have been sold with it."""
        if self._may_change():
            await self._ask_rate(self.rates.chosen())

    async def ask_back(self) -> None:
        """Take the chosen rate back, after a question."""
        line, rate = self.classes.chosen(), self.rates.chosen()
        form = self.context.format
        asked = tr("Take back {rate} from {day}?")
        before = line.on(date.fromordinal(rate.day.toordinal() - 1))
        if await confirm(
            self,
            asked.format(rate=rate_label(rate, form), day=form.day(rate.day)),
            tr("{name} then stays at {rate}.").format(
                name=line.name, rate=rate_label(before, form)
            ),
            yes=tr("Take back"),
        ):
            await self.context.desk.do(
                api.taxes.take_back_tax_rate, tax_class=line.id, day=rate.day,
                was_name=rate.name, was_rate=rate.rate,
            )  # fmt: skip
            await self._done(tr("The rate was taken back."))

    async def _ask_rate(self, was: TaxRate | None) -> None:
        if self.now is None:
            return
        line = self.classes.chosen()
        if await TaxRateDialog(self, self.context, line, was, self.now.today).shown():
            await self._done(tr("The rate is saved."))

    async def _done(self, words: str) -> None:
        await self.refresh()
        self.said.emit(words)

    def _may_change(self) -> bool:
        """Tell whether the chosen rate begins today or later, and is not the only one."""
        rate = self.rates.chosen_or_none()
        return self.now is not None and rate is not None and rate.day >= self.now.today

    def _may_be_default(self) -> bool:
        line = self.classes.chosen_or_none()
        return line is not None and not line.is_default

    def _show_possible(self) -> None:
        has_class = self.classes.chosen_or_none() is not None
        for button in (self.rename, self.add_rate):
            button.setEnabled(has_class)
        self.make_default.setEnabled(self._may_be_default())
        for button in (self.correct, self.take_back):
            button.setEnabled(self._may_change())

    def _class_columns(self) -> list[Column[TaxClassLine]]:
        return [
            Column(tr("Tax class"), lambda one: one.name, CellStyle.STRONG, 110, grow=1),
            Column(tr("Today"), self._today, width=150, grow=1),
            Column(tr("Next", "the next rate"), self._next, CellStyle.MUTED, 150, grow=1),
        ]

    def _rate_columns(self) -> list[Column[TaxRate]]:
        form = self.context.format
        return [
            Column(tr("From"), lambda one: since_label(one.day, form), CellStyle.STRONG, 120),
            Column(tr("Name on receipts"), lambda one: one.name, width=110, grow=1),
            Column(tr("Rate"), lambda one: form.percent(one.rate), CellStyle.NUMBER, 70),
            Column("", self._state, CellStyle.CHIP, 104),
        ]

    def _today(self, line: TaxClassLine) -> str:
        rate = line.on(self.now.today) if self.now else None
        return rate_label(rate, self.context.format)

    def _next(self, line: TaxClassLine) -> str:
        rate = line.after(self.now.today) if self.now else None
        if not rate:
            return ""
        form = self.context.format
        words = tr("{rate} from {day}")
        return words.format(rate=form.percent(rate.rate), day=form.day(rate.day))

    def _state(self, rate: TaxRate) -> Cell:
        line = self.classes.chosen_or_none()
        if self.now is None or line is None:
            return Cell("")
        if rate == line.on(self.now.today):
            return Cell(tr("Now"), tone=Tone.OK)
        return Cell(tr("To come"), tone=Tone.INFO) if rate.day > self.now.today else Cell("")


class TaxPreview(Card):
    """What one price comes to under each class, today and with the rate that is to come."""

    def __init__(self, context: PageContext) -> None:
        title = tr("A price of {price}").format(price=price_words(context))
        super().__init__(title, gap=10)
        self._context = context
        self._inner = QWidget()
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(6)
        self.add(scrolling(boxed(column(self._inner, None))), stretch=1)

    def show_taxes(self, now: TaxesNow) -> None:
        """Show every class."""
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for line in now.classes:
            self._list.addWidget(Label(line.name, weight=theme.DEMIBOLD))
            facts = Facts()
            facts.show_facts(self._facts(line, now.today))
            self._list.addWidget(facts)
            self._list.addSpacing(8)

    def _facts(self, line: TaxClassLine, today: date) -> list[tuple[str, str]]:
        form, rate, later = self._context.format, line.on(today), line.after(today)
        shown = [
            (
                tr("Today, {rate}").format(rate=rate_label(rate, form)),
                price_fact(rate, self._context),
            )
        ]
        if later:
            words = tr("From {day}, {rate}")
            said = words.format(day=form.day(later.day), rate=rate_label(later, form))
            shown.append((said, price_fact(later, self._context)))
        return shown


def _key(line: TaxClassLine) -> object:
    return line.id


def _since(rate: TaxRate) -> object:
    return rate.day
