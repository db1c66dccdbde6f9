"""Edit the list of rules by which labels of scales are read."""

from storedesk.domain.scale_codes import ScaleCode, ScaleCodes
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import Field
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.scale_labels import shape_text
from storedesk.ui.settings.section_table import fit, section_table

MOST_ROWS = 11


class ScaleCodeListField(Field[ScaleCodes]):
    """The rules, by their prefixes."""

    def __init__(self) -> None:
        self.table: RecordTable[ScaleCode] = section_table(
            [
                Column(tr("Begins with"), _prefix, CellStyle.STRONG, 92),
                Column(tr("What follows"), shape_text, CellStyle.MUTED, 200, grow=1),
            ],
            _prefix,
            tr("Labels of scales"),
        )
        super().__init__(tr("Labels of scales"), self.table)
        self.label.hide()  # the section says so already
        self._rules: ScaleCodes = ()
        self.show_value(())

    def value(self) -> ScaleCodes:
        """Return the rules, by their prefixes."""
        return self._rules

    def show_value(self, value: ScaleCodes) -> None:
        """Show these rules; the chosen one stays chosen."""
        self._rules = tuple(sorted(value))
        self.table.show_records(list(self._rules))
        if self.table.chosen_or_none() is None and self._rules:
            self.table.choose(self._rules[0].prefix)
        fit(self.table, MOST_ROWS)

    def chosen(self) -> ScaleCode | None:
        """Return the chosen rule."""
        return self.table.chosen_or_none()

    def put(self, rule: ScaleCode, *, instead_of: ScaleCode | None = None) -> None:
        """Add a rule, `instead_of` the one that it was."""
        self._edit((*(one for one in self._rules if one != instead_of), rule))
        self.table.choose(rule.prefix)

    def remove(self, rule: ScaleCode) -> None:
        """Take a rule off the list."""
        self._edit(tuple(one for one in self._rules if one != rule))

    def _edit(self, rules: ScaleCodes) -> None:
        self.show_value(rules)
        self._touched()


def _prefix(rule: ScaleCode) -> str:
    return rule.prefix
