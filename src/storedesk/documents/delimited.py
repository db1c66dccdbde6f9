"""Read a file of separated values: compressed or not, in any encoding and dialect."""

import csv
import gzip
import re
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from math import ceil
from pathlib import Path

from storedesk.documents import encodings
from storedesk.documents.cells import foreign, from_formula
from storedesk.documents.dialects import SEARCHED, delimiter_of, heading_row
from storedesk.documents.encodings import Decoded
from storedesk.documents.file_kinds import refuse_other_kinds
from storedesk.documents.kept_lines import FileRow, KeptLines
from storedesk.domain.importing.file import MOST_LINES, BadRow
from storedesk.domain.importing.options import FileChoices, FileReading
from storedesk.domain.refusals.errors import Refused

LARGEST_FILE = 256 * 1024 * 1024
LARGEST_CELL = 1_000_000
SHOWN = 5
"""Rows with other letters than ASCII's that are shown."""
EVERY = 5_000
"""Lines between two reports."""
_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class DelimitedFile:
    """A file of separated values: its columns, its records, and what could not be read."""

    file: str
    header: tuple[str, ...]
    lines: KeptLines
    bad: tuple[BadRow, ...]
    reading: FileReading


def read_sheet(
    path: Path,
    choices: FileChoices | None = None,
    known: Collection[str] = (),
    heard: Callable[[int, float], object] = lambda _lines, _share: None,
) -> DelimitedFile:
    """Read a whole file, as `choices` say; what they leave open is found out.

    `known` are headings (as heading_key has them) by which their row is found. `heard` gets now and
    then how many lines are read, and which share of the file. Refused: import_unreadable,
    import_too_large, import_empty, import_too_many_lines, import_no_header_row, and what the file
    is, if it is no text: file_is_excel and others.
    """
    chosen = choices or FileChoices()
    found = _decoded(path, chosen.encoding)
    delimiter, text, skipped = _named_delimiter(found.text)
    physical = _PhysicalLines(text)
    bad: list[BadRow] = []
    records = _good(_records(physical, delimiter, path.name, skipped), bad)
    first = _first(records, chosen.header_row)
    if not first:
        raise Refused("import_empty", file=path.name)
    at = _header_at(first, chosen, known, path.name)
    letters = _Letters(first)
    header = tuple(encodings.shown(_heading(cell)) for cell in first[at].cells)
    below = chain(first[at + 1 :], letters.looked_at(records))
    kept, wrong = _kept(below, header, path.name, lambda n: heard(n, physical.share))
    bad = [row for row in bad if row.row > first[at].row] + wrong
    reading = FileReading(
        file=path.name,
        encoding=found.encoding,
        is_guess=found.is_guess,
        delimiter=delimiter,
        header_row=first[at].row,
        rows=_shown(first[:SEARCHED]),
        letters=_shown(letters.found),
    )
    return DelimitedFile(path.name, header, kept, tuple(bad), reading)


def _decoded(path: Path, encoding: str) -> Decoded:
    content = _bytes(path)
    refuse_other_kinds(path.name, content)
    return encodings.decoded(content, encoding)


def _kept(
    lines: Iterator[FileRow], header: tuple[str, ...], file: str, heard: Callable[[int], object]
) -> tuple[KeptLines, list[BadRow]]:
    """Keep the records below the headings, and tell which of them do not fit."""
    kept, wrong, number = KeptLines(len(header)), list[BadRow](), 0
    for number, line in enumerate(lines, 1):
        fitted = _fitted(line, header, file)
        if isinstance(fitted, BadRow):
            wrong.append(fitted)
        else:
            kept.add(fitted)
        if number % EVERY == 0:
            heard(number)
        if number > MOST_LINES:
            check_size("import_too_many_lines", [file], number + sum(1 for _ in lines), MOST_LINES)
    kept.end()
    heard(number)
    return kept, wrong


def check_size(code: str, files: Sequence[str], count: int, most: int) -> None:
    """Refuse files that have too many lines or products together, with how many they have."""
    if count > most:
        file = files[0] if len(files) == 1 else None
        raise Refused(code, file=file, count=count, most=most, parts=ceil(count / most))


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


class _PhysicalLines:
    """Yields the lines of a text with their ends, and knows how far it is."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0

    def __iter__(self) -> Iterator[str]:
        for found in _LINE.finditer(self._text):
            self._at = found.end()
            yield found[0]

    @property
    def share(self) -> float:
        """Which share of the text has been yielded."""
        return self._at / len(self._text) if self._text else 1.0


class _Letters:
    """The first records with other letters than ASCII's."""

    def __init__(self, first: Iterable[FileRow]) -> None:
        self.found: list[FileRow] = []
        for _ in self.looked_at(first):
            pass

    def looked_at(self, lines: Iterable[FileRow]) -> Iterator[FileRow]:
        """Yield records, keeping those that are wanted."""
        for line in lines:
            if len(self.found) < SHOWN and not all(cell.isascii() for cell in line.cells):
                self.found.append(line)
            yield line


def _good(found: Iterable[FileRow | BadRow], bad: list[BadRow]) -> Iterator[FileRow]:
    """Yield the records, and put aside what is none."""
    for one in found:
        if isinstance(one, BadRow):
            bad.append(one)
        else:
            yield one


def _first(records: Iterator[FileRow], header_row: int | None) -> list[FileRow]:
    """Read on until the headings are among what was read."""
    first = list(islice(records, SEARCHED * 3))
    while first and header_row and first[-1].row < header_row and (more := next(records, None)):
        first.append(more)
    return first


def _records(
    lines: Iterable[str], delimiter: str, file: str, skipped: int
) -> Iterator[FileRow | BadRow]:
    """Yield what csv makes of the lines; where it gives up, the line that the trouble begins on."""
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
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
