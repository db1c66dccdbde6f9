"""The section of the carriers that the store ships with, beside a number to try them with."""

from storedesk.domain import carriers, store_carriers
from storedesk.domain.store_form import SettingsForm
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import TextField
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.settings.carrier_dialog import CarrierDialog
from storedesk.ui.settings.carrier_list import CarrierListField
from storedesk.ui.settings.section import FormSection


class CarrierTrial(Card):
    """A tracking number, and whose it is by the list as it stands."""

    def __init__(self) -> None:
        super().__init__(tr("Try a tracking number"), gap=10)
        self._used: carriers.Used = None
        self.number = TextField(
            tr("Tracking number"), longest=carriers.LONGEST, hint="1Z999AA10123456784"
        )
        self.number.input.textChanged.connect(self._show)
        self.verdict = Label(size=15, wrap=True)
        self.link = muted("", wrap=True)
        for part in (self.number, self.verdict, self.link):
            self.add(part)
        self.column.addStretch(1)
        self._show()

    def show_carriers(self, used: carriers.Used) -> None:
        """Judge numbers by this list."""
        self._used = used
        self._show()

    def _show(self) -> None:
        number = carriers.cleaned(self.number.text())
        fits = carriers.fitting(number, self._used)
        meant = carriers.guess(number, self._used)
        names = ", ".join(one.name for one in fits)
        if not number:
            words = tr("Scan or type a number: this says whose it is.")
        elif not fits:
            words = tr("No carrier of the list gives such a number.")
        elif len(fits) == 1:
            words = tr("Carrier: {carriers}").format(carriers=names)
        else:
            words = tr("Several could have given it, and one is chosen while packing: {carriers}")
            words = words.format(carriers=names)
        self.verdict.setText(words)
        self.link.setText(meant.link(number) if meant else "")


class CarrierSection(FormSection):
    """Which carriers are used, in which order, and those of the store's own."""

    def __init__(self, context: PageContext) -> None:
        self.list = CarrierListField()
        super().__init__(context, "carriers", tr("Carriers"), "truck", {"carriers": self.list})
        self.preview: CarrierTrial = CarrierTrial()
        self.add = self.button(tr("Add a carrier"), "plus", self.ask_new, begins=True)
        self.change = self.button(tr("Change", "verb"), "pencil", self.ask_change)
        self.use = secondary(tr("Use it"), icon="check")
        self.leave = secondary(tr("Do not use it"), icon="ban")
        self.remove = secondary(tr("Remove"), icon="trash-2")
        self.up = secondary(tr("Up"), icon="arrow-up")
        self.down = secondary(tr("Down"), icon="arrow-down")
        self.back = secondary(tr("Back to StoreDesk's list"), icon="rotate-ccw")
        self.use.clicked.connect(lambda: self._use(is_used=True))
        self.leave.clicked.connect(lambda: self._use(is_used=False))
        self.remove.clicked.connect(lambda: self._use(is_used=False))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.back.clicked.connect(self.list.forget)
        self.stack(
            muted(
                tr("A tracking number is taken for the first carrier whose numbers look like it;"
                   " what is not used here is never taken. Where several fit, one is chosen while"
                   " packing."), wrap=True
            ),
            self.list,
            row(self.use, self.leave, self.remove, self.up, self.down, None, gap=8),
            row(self.add, self.change, None, gap=8),
            row(self.back, None),
        )  # fmt: skip
        self.list.table.chosen_changed.connect(self._show_possible)
        self.list.table.opened.connect(lambda _: self._open())
        self.edited.connect(self._show_edited_list)
        self._show_possible()

    def show_form(self, form: SettingsForm) -> None:
        """Show these settings."""
        super().show_form(form)
        self._show_edited_list()

    async def ask_new(self) -> None:
        """Add a carrier of the store's own."""
        names = self.list.names()
        await CarrierDialog(
            self, None, names, lambda made: self.list.use(made, is_used=True)
        ).shown()

    async def ask_change(self) -> None:
        """Change the chosen carrier, if it is the store's own."""
        held = self.list.chosen()
        if held is None or held.code:
            return
        names = self.list.names(but=held)
        await CarrierDialog(self, held, names, lambda made: self.list.replace(held, made)).shown()

    def _open(self) -> None:
        self.wanted.emit(self.ask_change)

    def _use(self, *, is_used: bool) -> None:
        if held := self.list.chosen():
            self.list.use(held, is_used=is_used)
            go_to(self.list.table)

    def _move(self, by: int) -> None:
        held = self.list.chosen()
        if held in self.list.used() and held:
            self.list.shift(held, by)

    def _show_edited_list(self) -> None:
        self.preview.show_carriers(self.list.value())
        self._show_possible()

    def _show_possible(self) -> None:
        held, used = self.list.chosen(), self.list.used()
        is_used, is_own = held in used, bool(held and not held.code)
        self.use.setVisible(not is_used)
        self.leave.setVisible(is_used and not is_own)
        self.remove.setVisible(is_own)
        self.change.setEnabled(is_own)
        self.up.setEnabled(is_used and held != used[0])
        self.down.setEnabled(is_used and held != used[-1])
        self.back.setEnabled(self.list.value() is not None)
        self.add.setEnabled(len(used) < store_carriers.MOST)
