"""Find the columns of a file, and read their cells: one that means nothing is its own error."""

from collections.abc import Callable, Iterable
from datetime import datetime

from storedesk.documents import cells
from storedesk.documents.cells import BadCellError
from storedesk.documents.delimited import DelimitedFile
from storedesk.documents.dialects import heading_key
from storedesk.documents.kept_lines import Remembered
from storedesk.documents.numerals import DoubtError
from storedesk.domain.refusals.errors import Refused


def place_of(sheet: DelimitedFile, header: str) -> int:
    """Return where a column stands, however its heading is written. Refused: import_no_column."""
    if header in sheet.header:
        return sheet.header.index(header)
    keys = [heading_key(name) for name in sheet.header]
    if heading_key(header) in keys:
        return keys.index(heading_key(header))
    seen = ", ".join(filter(None, sheet.header))
    raise Refused("import_no_column", column=header, file=sheet.file, columns=seen)


def tried(read: Callable[[str], object]) -> Remembered[object]:
    """Have a reader return the error that it raises, which then can be remembered."""

    def result(cell: str) -> object:
        try:
            return read(cell)
        except BadCellError as error:
            return error.with_traceback(None)

    return Remembered(result)


def dates_of(
    column: Iterable[str], first: str, *, is_exact: bool = False
) -> Callable[[str], datetime]:
    """Return what reads a cell of a column of dates, which are all read in one way.

    Where it `is_exact`, it matters which day each is, not only which of them is the last.
    """
    try:
        known, code = cells.instants(column, first, is_exact=is_exact), "import_bad_date"
    except DoubtError:
        known, code = {}, "import_doubtful_date"

    def read(cell: str) -> datetime:
        found = known.get(cell)
        if found is None:
            raise BadCellError(code, cell)
        return found

    return read
