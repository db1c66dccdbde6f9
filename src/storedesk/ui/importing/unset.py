"""List the products whose stock an import has left as it is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from storedesk.domain.importing.stock import Unset
from storedesk.ui.importing.labels import why_unset_label
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import CellStyle as Manner
from storedesk.ui.kit.lists.columns import Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.cards import column


class UnsetPanel(QWidget):
    """List each code with what is on hand now, what the file says, and why it was not set."""

    def __init__(self, form: Format) -> None:
        super().__init__()
        self.table = RecordTable[Unset](
            (
                Column(tr("Code"), lambda one: one.code, Manner.STRONG, 120),
                Column(tr("Product"), lambda one: one.name, Manner.TEXT, 160, 1),
                Column(tr("Before"), lambda one: form.count(one.seen), Manner.NUMBER, 90),
                Column(tr("Now"), lambda one: form.count(one.now), Manner.NUMBER, 90),
                Column(tr("In the file"), lambda one: form.count(one.level), Manner.NUMBER, 100),
                Column(tr("Why"), lambda one: why_unset_label(one.why), Manner.MUTED, 210),
            ),
            lambda one: one.product_id,
            name=tr("Stock that was not set"),
            row_height=34,
        )
        self.table.setMinimumHeight(170)
        self.setLayout(column(self.table))

    def show_unset(self, unset: Sequence[Unset]) -> None:
        """Show what an import has left as it is."""
        self.table.show_records(unset)
