"""Ask which column of a plain file holds what, with a proposal."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from storedesk.documents.past_sales import PastFacts
from storedesk.domain.importing.file import ColumnMap, ColumnSource, FileColumn, Take
from storedesk.domain.importing.past_sales import NEEDED as PAST_NEEDED
from storedesk.domain.importing.past_sales import PastColumn, PastMap
from storedesk.services.importing import FileFacts
from storedesk.ui.importing.labels import column_label, past_column_label, take_label
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import ChoiceField, is_field_good

NEEDED = (FileColumn.CODE, FileColumn.NAME, FileColumn.PRICE)
ACROSS = 3


class ColumnMapping(QWidget):
    """Choose a column for each field of a product."""

    edited = Signal()

    def __init__(self, look: FileFacts) -> None:
        super().__init__()
        headers = [(header, header) for header in look.header if header]
        self.fields = {column: self._field(column, headers) for column in FileColumn}
        takes = [(take.value, take_label(take)) for take in Take]
        self.name_take = ChoiceField(tr("If names differ, use"), takes)
        self.price_take = ChoiceField(tr("If prices differ, use"), takes)
        self.date_first = date_field()
        self._lay_out()
        self.show_map(look.guess)

    def show_map(self, columns: ColumnMap) -> None:
        """Preselect a proposed mapping."""
        for column, field in self.fields.items():
            field.show_value(columns[column].header if column in columns else "")
        for column, take in (
            (FileColumn.NAME, self.name_take),
            (FileColumn.PRICE, self.price_take),
        ):
            take.show_value(columns[column].take if column in columns else Take.FIRST)

    def is_complete(self) -> bool:
        """Tell whether every required field has a column."""
        return all(self.fields[column].value() for column in NEEDED)

    def columns(self) -> ColumnMap:
        """Return the chosen mapping."""
        takes = {FileColumn.NAME: self.name_take, FileColumn.PRICE: self.price_take}
        return {
            column: ColumnSource(
                header, Take(takes[column].value()) if column in takes else Take.FIRST
            )
            for column, field in self.fields.items()
            if (header := field.value())
        }

    def _field(self, column: FileColumn, headers: list[tuple[str, str]]) -> ChoiceField:
        nothing = [("", tr("(none)"))]
        return ChoiceField(column_label(column), nothing + headers, optional=column not in NEEDED)

    def _all(self) -> tuple[ChoiceField, ...]:
        return (*self.fields.values(), self.name_take, self.price_take, self.date_first)

    def _lay_out(self) -> None:
        self.setLayout(in_a_grid(self._all()))
        for field in self._all():
            field.edited.connect(self.edited)


class PastColumnMapping(QWidget):
    """Choose a column for each field of past sales."""

    edited = Signal()

    def __init__(self, look: PastFacts) -> None:
        super().__init__()
        headers = [("", tr("(none)")), *((header, header) for header in look.header if header)]
        self.fields = {
            column: ChoiceField(
                past_column_label(column), headers, optional=column not in PAST_NEEDED
            )
            for column in PastColumn
        }
        self.date_first = date_field()
        parts = (*self.fields.values(), self.date_first)
        self.setLayout(in_a_grid(parts))
        for column, field in self.fields.items():
            field.show_value(look.guess.get(column, ""))
        for field in parts:
            field.edited.connect(self.edited)

    def is_complete(self) -> bool:
        """Tell whether every required field has a column."""
        return all(self.fields[column].value() for column in PAST_NEEDED)

    def is_good(self) -> bool:
        """Mark the fields that need a column; True if all have one."""
        goods = [is_field_good(field) for field in self.fields.values()]  # marks each
        return all(goods)

    def columns(self) -> PastMap:
        """Return the chosen mapping."""
        return {column: at for column, field in self.fields.items() if (at := field.value())}


def date_field() -> ChoiceField:
    """Make the question which comes first in dates with slashes."""
    return ChoiceField(
        tr("First in dates such as 1/2/2026"),
        [("", tr("Detect")), ("day", tr("The day")), ("month", tr("The month"))],
    )


def in_a_grid(fields: Sequence[QWidget]) -> QGridLayout:
    """Lay fields out, some beside each other."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(8)
    for at, field in enumerate(fields):
        grid.addWidget(field, at // ACROSS, at % ACROSS)
    grid.setRowStretch(len(fields), 1)  # the room that is left is below
    return grid
