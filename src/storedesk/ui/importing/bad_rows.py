"""List the rows of a file that cannot be imported."""

from storedesk.domain.importing.file import BadRow
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable

SHOWN = 1_000
"""Bad rows that are listed at most."""


def bad_rows_table(form: Format) -> RecordTable[BadRow]:
    """Make the list: the line of the file, the column, and why."""
    table = RecordTable[BadRow](
        (
            Column(tr("Row"), lambda bad: form.count(bad.row), CellStyle.NUMBER, 70),
            Column(tr("Column"), lambda bad: bad.column, CellStyle.TEXT, 150),
            Column(tr("Why"), lambda bad: bad.sentence(spoken), CellStyle.TEXT, 320, 1),
        ),
        lambda bad: (bad.file, bad.row, bad.column, bad.code, bad.value),
        name=tr("Rows that cannot be imported"),
        row_height=34,
    )
    table.setMinimumHeight(170)
    return table
