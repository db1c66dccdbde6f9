"""List what an import would change: each field's value now and after the import."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain.importing.file import (
    Difference,
    ImportPlan,
    NewCategory,
    ProductChange,
    Thing,
)
from storedesk.ui.importing.labels import category_label, thing_label
from storedesk.ui.kit.base.format import AMOUNT, Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.sentences import spoken
from storedesk.ui.kit.lists.columns import Cell, Column
from storedesk.ui.kit.lists.columns import CellStyle as Manner
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import column, row
from storedesk.ui.kit.looks.labels import muted

SHOWN = 1_000
"""Changes that are listed at most; the saved file has all of them."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change of one field of a product."""

    key: tuple[int, int]
    product: str
    what: str
    old: str
    new: str


class ChangesPanel(QWidget):
    """List the changes, with a button that saves all of them to a file."""

    wanted = Signal()
    """The button that saves the list was pressed."""

    def __init__(self, form: Format) -> None:
        super().__init__()
        self._form = form
        self.changes: tuple[ProductChange, ...] = ()
        self.table = self._table()
        self.more = muted(wrap=True)
        self.save = secondary(tr("Save the list"), icon="download")
        self.save.clicked.connect(self.wanted)
        self.setLayout(column(self.table, row(self.more, None, self.save), gap=8))
        self.show_plan(None)

    def show_plan(self, plan: ImportPlan | None) -> None:
        """Show the result of a dry run."""
        self.changes = plan.changed if plan else ()
        lines = list(self._lines(plan)) if plan else []
        self.table.show_records(lines[:SHOWN])
        self.save.setEnabled(bool(self.changes))
        words = tr("The first {shown} of {all} changes. The list as a file has all of them.")
        is_cut = len(lines) > SHOWN
        shown, everything = self._form.count(SHOWN), self._form.count(len(lines))
        self.more.setText(words.format(shown=shown, all=everything) if is_cut else "")

    def count(self) -> int:
        """Return how many products would change."""
        return len(self.changes)

    def _lines(self, plan: ImportPlan) -> Iterator[ChangeLine]:
        for at, category in enumerate(plan.categories):
            yield self._new_category(at, category)
        for at, change in enumerate(plan.changed):
            for of, difference in enumerate(change.differences):
                yield _line((at, of), change, difference)

    def _new_category(self, at: int, category: NewCategory) -> ChangeLine:
        path = " > ".join(category.path)
        words = category_label(category, self._form)
        return ChangeLine((-1, at), path, tr("New category"), "", words)

    def _table(self) -> RecordTable[ChangeLine]:
        table = RecordTable[ChangeLine](
            (
                Column(tr("Product"), lambda one: one.product, Manner.STRONG, 180, 2),
                Column(tr("Field"), lambda one: one.what, Manner.MUTED, 130, 1),
                Column(tr("Now"), lambda one: one.old, Manner.TEXT, 150, 2),
                Column(tr("After the import"), lambda one: Cell(one.new), Manner.TEXT, 150, 2),
            ),
            lambda one: one.key,
            name=tr("Changes"),
            row_height=30,
            empty=(
                tr("No existing products would change"),
                tr("Only new products would be added."),
            ),
        )
        table.setMinimumHeight(120)
        return table


def _line(key: tuple[int, int], change: ProductChange, one: Difference) -> ChangeLine:
    word = thing_label(one.thing)
    what = f"{word}: {one.of}" if one.of else word
    return ChangeLine(
        key, change.name, what, _written(one.thing, one.old), _written(one.thing, one.new)
    )


def _written(thing: Thing, text: str) -> str:
    """Return a value on one line, with a price (a variant's last word) written as money."""
    words = text.split()
    if thing in {Thing.PRICE, Thing.VARIANT} and words and AMOUNT.fullmatch(words[-1]):
        words[-1] = spoken.money(Decimal(words[-1]), "")
    return " ".join(words)
