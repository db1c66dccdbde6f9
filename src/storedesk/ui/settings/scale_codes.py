"""The section of the rules for labels of scales, beside a label to try them with."""

from storedesk.domain.scale_codes import PREFIXES, ScaleCodes, read
from storedesk.domain.store_form import SettingsForm
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import TextField
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.scale_labels import label_text, shape_text
from storedesk.ui.settings.scale_code_dialog import ScaleCodeDialog
from storedesk.ui.settings.scale_code_list import ScaleCodeListField
from storedesk.ui.settings.section import FormSection

LONGEST = 64


class ScaleCodeTrial(Card):
    """A label, and what it says by the rules as they stand."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Try a label"), gap=10)
        self._context = context
        self._rules: ScaleCodes = ()
        self.code = TextField(tr("Code of a label"), longest=LONGEST, hint="2012345003507")
        self.code.input.textChanged.connect(self._show)
        self.verdict = Label(size=15, wrap=True)
        self.by = muted("", wrap=True)
        for part in (self.code, self.verdict, self.by):
            self.add(part)
        self.column.addStretch(1)
        self._show()

    def show_rules(self, rules: ScaleCodes) -> None:
        """Read labels by these rules."""
        self._rules = rules
        self._show()

    def _show(self) -> None:
        code = self.code.text().strip()
        label = read(code, self._rules)
        if not code:
            words = tr("Scan or type a label: this says how tills read it.")
        elif label is None:
            words = tr("No rule reads it. A till looks for a product with this whole code.")
        else:
            context = self._context
            words = label_text(label, context.format, context.store.currency)
        self.verdict.setText(words)
        self.by.setText(f"{label.rule.prefix}: {shape_text(label.rule)}" if label else "")


class ScaleCodeSection(FormSection):
    """How tills read the labels of scales: a rule for each prefix."""

    def __init__(self, context: PageContext) -> None:
        self.list = ScaleCodeListField()
        fields = {"scale_codes": self.list}
        super().__init__(context, "scale_codes", tr("Labels of scales"), "scale", fields)
        self.preview: ScaleCodeTrial = ScaleCodeTrial(context)
        self.add = self.button(tr("Add a rule"), "plus", self.ask_new, begins=True)
        self.change = self.button(tr("Change", "verb"), "pencil", self.ask_change)
        self.remove = secondary(tr("Remove"), icon="trash-2")
        self.remove.clicked.connect(self._remove)
        self.none = muted(
            tr("No rule yet. Add one for the digits with which the codes of your scale begin."),
            wrap=True,
        )
        self.stack(
            muted(
                tr("Scales print codes of 13 digits that hold the number of a product and its"
                   " weight or price. Their first two digits say how they are read. A product"
                   " with the whole code comes first."), wrap=True
            ),
            self.list,
            self.none,
            row(self.add, self.change, self.remove, None, gap=8),
        )  # fmt: skip
        self.list.table.chosen_changed.connect(self._show_possible)
        self.list.table.opened.connect(lambda _: self.wanted.emit(self.ask_change))
        self.edited.connect(self._show_edited_list)
        self._show_possible()

    def show_form(self, form: SettingsForm) -> None:
        """Show these settings."""
        super().show_form(form)
        self._show_edited_list()

    async def ask_new(self) -> None:
        """Add a rule for a prefix that has none."""
        taken = {one.prefix for one in self.list.value()}
        if len(taken) < len(PREFIXES):
            await ScaleCodeDialog(self, self.context, None, taken, self.list.put).shown()

    async def ask_change(self) -> None:
        """Change the chosen rule."""
        held = self.list.chosen()
        if held is None:
            return
        taken = {one.prefix for one in self.list.value() if one != held}
        put = self.list.put
        await ScaleCodeDialog(
            self, self.context, held, taken, lambda made: put(made, instead_of=held)
        ).shown()

    def _remove(self) -> None:
        if held := self.list.chosen():
            self.list.remove(held)
            go_to(self.list.table)

    def _show_edited_list(self) -> None:
        self.preview.show_rules(self.list.value())
        self.none.setVisible(not self.list.value())
        self._show_possible()

    def _show_possible(self) -> None:
        has_one = self.list.chosen() is not None
        self.change.setEnabled(has_one)
        self.remove.setEnabled(has_one)
        self.add.setEnabled(len(self.list.value()) < len(PREFIXES))
