"""Show how a file is read, and ask for its encoding and header line."""

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain.importing.options import FileChoices, FileReading
from storedesk.ui.importing.encodings import encoding_choices
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.forms.form import ChoiceField, QuantityField, is_field_good
from storedesk.ui.kit.lists.columns import Cell, Column
from storedesk.ui.kit.lists.columns import CellStyle as Manner
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.cards import column, row
from storedesk.ui.kit.looks.labels import Label

MOST_ROWS = 1_000
SHOWN = 12
FileRow = tuple[int, tuple[str, ...]]


class Looked(Protocol):
    """A file that was looked at."""

    @property
    def reading(self) -> FileReading:
        """How it was read."""


class ReadingPanel(QWidget):
    """Show the first rows of a file, with choices for what cannot be detected."""

    edited = Signal()
    """The file has to be read again."""
    marked = Signal()
    """Its numbers have to be read again."""

    def __init__(self, look: Looked) -> None:
        super().__init__()
        self.encoding = ChoiceField(tr("Encoding"), encoding_choices())
        self.header_row = QuantityField(
            tr("Header in line"), largest=MOST_ROWS, optional=True, width=110
        )
        self.decimal_mark = ChoiceField(
            tr("Decimal mark"),
            [
                ("", tr("Detect for each column")),
                (".", tr("A point: 1250.50")),
                (",", tr("A comma: 1250,50")),
            ],
        )
        self.summary = Label(wrap=True, ink="muted")
        self.doubt = Label(wrap=True, ink="warn")
        self.rows = self._table()
        parts = (
            row(self.encoding, self.header_row, self.decimal_mark, gap=14),
            self.doubt,
            self.rows,
            self.summary,
        )
        self.setLayout(column(*parts, gap=8))
        self._reading = look.reading
        self.show_look(look)
        self.encoding.edited.connect(self.edited)
        self.header_row.edited.connect(self.edited)
        self.decimal_mark.edited.connect(self.marked)

    def choices(self) -> FileChoices:
        """Return the choices. Refused: a header line that is no number."""
        line = self.header_row.value()
        return FileChoices(
            encoding=self.encoding.value(),
            header_row=line or None,
            decimal_mark=self.decimal_mark.value() or None,
        )

    def is_good(self) -> bool:
        """Mark a field that cannot be used; True if all are good."""
        return is_field_good(self.header_row)

    def is_guess(self) -> bool:
        """Tell whether the encoding could not be detected and is not chosen yet."""
        return self._reading.is_guess

    def show_look(self, look: Looked) -> None:
        """Show a file as it was read."""
        self._reading = reading = look.reading
        shown = {**dict(reading.rows[:SHOWN]), **dict(reading.letters)}
        self.rows.show_records(sorted(shown.items()))
        self.doubt.setVisible(reading.is_guess)
        self.doubt.setText(
            tr(
                "This file is not UTF-8, and its encoding cannot be detected. It is shown below"
                " as Western European (Windows-1252). Choose the encoding in which the letters"
                " look right."
            )
        )
        self.show_reading(reading)

    def show_reading(self, reading: FileReading) -> None:
        """Say how the file and its numbers were read."""
        mark = {"\t": tr("tabs")}.get(reading.delimiter, f"“{reading.delimiter}”")
        status = tr("Read as {encoding}; header in line {row}; cells separated by {mark}.")
        words = [status.format(encoding=reading.encoding, row=reading.header_row, mark=mark)]
        words += [numbers.sentence(spoken) for numbers in reading.numbers]
        self.summary.setText(" ".join(words))

    def _table(self) -> RecordTable[FileRow]:
        table = RecordTable[FileRow](
            (
                Column(tr("Line"), lambda one: str(one[0]), Manner.NUMBER, 60),
                Column(tr("Content as read"), self._cells, Manner.TEXT, 400, 1),
            ),
            lambda one: one[0],
            name=tr("First lines of the file"),
            row_height=30,
        )
        table.setMinimumHeight(120)
        return table

    def _cells(self, one: FileRow) -> Cell:
        line, cells = one
        words = "  |  ".join(" ".join(cell.split()) for cell in cells)
        is_header = line == self._reading.header_row
        return Cell(words, style=Manner.STRONG if is_header else None)
