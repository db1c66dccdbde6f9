"""Ask how labels with one prefix are read, with an example of what is chosen."""

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QWidget

from storedesk.domain.scale_codes import PREFIXES, SHAPES, ScaleCode, example, read
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.saving import SaveDialog
from storedesk.ui.kit.forms.form import ChoiceField, Form
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.scale_labels import label_text, shape_text


class ScaleCodeDialog(SaveDialog):
    """Add a rule, or change one; the list is saved with the settings."""

    def __init__(
        self,
        parent: QWidget,
        context: PageContext,
        rule: ScaleCode | None,
        taken: Collection[str],
        take: Callable[[ScaleCode], object],
    ) -> None:
        """`rule` is the one that is changed, None for a new one; others have `taken` prefixes."""
        title = tr("Change a rule") if rule else tr("Add a rule")
        super().__init__(parent, title, save=tr("Put it on the list"))
        self._context, self._take = context, take
        prefixes = [one for one in PREFIXES if one not in taken]
        self.prefix = ChoiceField(tr("Begins with"), [(one, one) for one in prefixes])
        shapes = [(str(at), shape_text(ScaleCode("20", *of))) for at, of in enumerate(SHAPES)]
        self.shape = ChoiceField(tr("What follows"), shapes)
        self.example = Label(size=15, wrap=True)
        if rule:
            self.prefix.show_value(rule.prefix)
            behind = (rule.value, rule.digits, rule.is_checked)
            self.shape.show_value(str(SHAPES.index(behind)))
        for field in (self.prefix, self.shape):
            field.edited.connect(self._show_example)
        remark = tr(
            "The number is the barcode or the SKU of the product, without zeros in front if it has"
            " none. Print a label on your scale, and compare it."
        )
        self.lay_out(Form(self.prefix, self.shape), self.example, muted(remark, wrap=True))
        self.buttons(self.cancel, self.save)
        self.prefix.editor.setFocus()
        self._show_example()

    def rule(self) -> ScaleCode:
        """Return the rule that is chosen."""
        return ScaleCode(self.prefix.value(), *SHAPES[int(self.shape.value())])

    async def submit(self) -> None:
        """Put the rule on the list, and close."""
        self._take(self.rule())
        self.accept()

    def _show_example(self) -> None:
        rule = self.rule()
        code = example(rule)
        label = read(code, (rule,))
        if label is not None:
            currency = self._context.store.currency
            said = label_text(label, self._context.format, currency)
            self.example.setText(tr("Example: {code}. {said}").format(code=code, said=said))
