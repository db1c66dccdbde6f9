"""Read a file of separated values: compressed or not, in any encoding and dialect."""

import csv
import gzip
import io
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from storedesk.documents import encodings
from storedesk.documents.cells import foreign, from_formula
from storedesk.documents.dialects import SEARCHED, delimiter_of, heading_row
from storedesk.documents.encodings import Decoded
from storedesk.documents.file_kinds import refuse_other_kinds
from storedesk.domain.importing.file import MOST_LINES, BadRow
from storedesk.domain.importing.options import FileChoices, FileReading
from storedesk.domain.refusals.errors import Refused

LARGEST_FILE = 256 * 1024 * 1024
LARGEST_CELL = 1_000_000
SHOWN = 5
"""Rows with other letters than ASCII's that are shown."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A record: the line of the file that it begins on, and a cell for each column."""

    row: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DelimitedFile:
    """A file of separated values: its columns, its records, and what could not be read."""

    file: str
    header: tuple[str, ...]
    lines: tuple[FileRow, ...]
    bad: tuple[BadRow, ...]
    reading: FileReading


def read_sheet(
    path: Path, choices: FileChoices | None = None, known: Collection[str] = ()
) -> DelimitedFile:
    """Read a whole file, as `choices` say; what they leave open is found out.

    `known` are headings (as heading_key has them) by which their row is found. Refused:
    import_unreadable, import_too_large, import_empty, import_too_many_lines, import_no_header_row,
    and what the file is, if it is no text: file_is_excel and others.
    """
    chosen = choices or FileChoices()
    content = _bytes(path)
    refuse_other_kinds(path.name, content)
    found = encodings.decoded(content, chosen.encoding)
    delimiter, text, skipped = _named_delimiter(found.text)
    lines, bad = _all_records(text, delimiter, path.name, skipped)
    if not lines:
        raise Refused("import_empty", file=path.name)
    at = _header_at(lines, chosen, known, path.name)
    header = tuple(encodings.shown(_heading(cell)) for cell in lines[at].cells)
    below = [_fitted(line, header, path.name) for line in lines[at + 1 :]]
    bad = [row for row in bad if row.row > lines[at].row]
    return DelimitedFile(
        file=path.name,
        header=header,
        lines=tuple(line for line in below if isinstance(line, FileRow)),
        bad=tuple(bad + [line for line in below if isinstance(line, BadRow)]),
        reading=_reading(path.name, found, delimiter, lines, lines[at].row),
    )


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
            file.seek(0)
            content = (gzip.GzipFile(fileobj=file) if packed else file).read(LARGEST_FILE + 1)
    except (OSError, EOFError, zlib.error) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Refused("import_unreadable", file=path.name, why=why) from error
    if len(content) > LARGEST_FILE:
        raise Refused("import_too_large", file=path.name, most=LARGEST_FILE // 1024 // 1024)
    return content


def _named_delimiter(text: str) -> tuple[str, str, int]:
    """Return what divides the cells, the text, and how many lines before it tell only that."""
    text = text.removeprefix(encodings.MARK)
    first, _, rest = text.partition("\n")
    if first[:4].lower() == "sep=":  # Excel's own first line
        mark = first.rstrip("\r")[4:5]
        return mark if mark and mark not in '"\r' else delimiter_of(rest), rest, 1
    return delimiter_of(text), text, 0


def _all_records(
    text: str, delimiter: str, file: str, skipped: int
) -> tuple[list[FileRow], list[BadRow]]:
    lines: list[FileRow] = []
    bad: list[BadRow] = []
    for found in _records(text, delimiter, file, skipped):
        if isinstance(found, BadRow):
            bad.append(found)
            continue
        lines.append(found)
        if len(lines) > MOST_LINES + SEARCHED:
            raise Refused("import_too_many_lines", most=MOST_LINES)
    return lines, bad


def _records(text: str, delimiter: str, file: str, skipped: int) -> Iterator[FileRow | BadRow]:
    """Yield what csv makes of the text; where it gives up, the line that the trouble begins on."""
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        row = reader.line_num + 1 + skipped
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield BadRow(row, "", _reason(str(error)), file=file)
        else:
            if any(cell.strip() for cell in cells):
                yield FileRow(row, tuple(from_formula(cell) for cell in cells))


def _reason(said: str) -> str:
    if "unexpected end" in said or "larger than" in said:
        return "import_quote_open"
    return "import_quote_inside"


def _header_at(lines: list[FileRow], chosen: FileChoices, known: Collection[str], file: str) -> int:
    """Say which of the records has the headings: the one that was chosen, or the likeliest."""
    if chosen.header_row is None:
        return heading_row([line.cells for line in lines[: SEARCHED * 3]], known)
    for at, line in enumerate(lines):
        if line.row == chosen.header_row:
            return at
    raise Refused("import_no_header_row", file=file, row=chosen.header_row)


def _heading(cell: str) -> str:
    return " ".join(foreign(cell).lstrip(encodings.MARK).split())


def _reading(
    file: str, found: Decoded, delimiter: str, lines: list[FileRow], header_row: int
) -> FileReading:
    foreign_ones = (line for line in lines if not all(cell.isascii() for cell in line.cells))
    letters = list(islice(foreign_ones, SHOWN))
    return FileReading(
        file=file,
        encoding=found.encoding,
        is_guess=found.is_guess,
        delimiter=delimiter,
        header_row=header_row,
        rows=_shown(lines[:SEARCHED]),
        letters=_shown(letters),
    )


def _shown(lines: Iterable[FileRow]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    return tuple((one.row, tuple(map(encodings.shown, one.cells))) for one in lines)


def _fitted(line: FileRow, header: tuple[str, ...], file: str) -> FileRow | BadRow:
    """Give a line one cell for each column; refuse bytes that are not valid."""
    missing = len(header) - len(line.cells)
    if missing < 0 and any(cell.strip() for cell in line.cells[missing:]):
        surplus = next(cell for cell in line.cells[missing:] if cell.strip())
        surplus = encodings.shown(surplus[:60])
        return BadRow(line.row, "", "import_too_many_cells", surplus, file)
    for at, cell in enumerate(line.cells):
        if not cell.isascii() and encodings.is_strange(cell):
            shown = encodings.shown(cell)[:60]
            return BadRow(line.row, header[at], "import_not_in_encoding", shown, file)
    if missing:
        return FileRow(line.row, (line.cells + ("",) * missing)[: len(header)])
    return line
