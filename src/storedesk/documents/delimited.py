"""Reading a file of separated values as it comes: packed or not, in any encoding and dialect."""

import codecs
import csv
import gzip
import io
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storedesk.documents.cells import foreign
from storedesk.domain.errors import Refused
from storedesk.domain.importing import MOST_LINES, BadRow

LARGEST_FILE = 256 * 1024 * 1024
LARGEST_CELL = 1_000_000
_DELIMITERS = ",;\t|"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A record: the line of the file that it begins on, and a cell for each column."""

    row: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of separated values: its columns, its records, and what could not be read."""

    file: str
    header: tuple[str, ...]
    lines: tuple[Line, ...]
    bad: tuple[BadRow, ...]


def read_sheet(path: Path) -> Sheet:
    """Read a whole file.

    Refused: import_unreadable, import_too_large, import_empty, import_too_many_lines.
    """
    text = _decoded(_bytes(path))
    skipped = 0
    if text[:4].lower() == "sep=":  # Excel's own first line
        text, skipped = text.partition("\n")[2], 1
    lines: list[Line] = []
    bad: list[BadRow] = []
    for found in _records(text, _delimiter(text), path.name, skipped):
        (lines if isinstance(found, Line) else bad).append(found)  # type: ignore[arg-type]
        if len(lines) > MOST_LINES + 1:
            raise Refused("import_too_many_lines", most=MOST_LINES)
    if not lines:
        raise Refused("import_empty", file=path.name)
    header = tuple(foreign(cell).lstrip("\ufeff") for cell in lines[0].cells)
    fitting = [_fitted(line, header, path.name) for line in lines[1:]]
    bad += [line for line in fitting if isinstance(line, BadRow)]
    good = tuple(line for line in fitting if isinstance(line, Line))
    return Sheet(path.name, header, good, tuple(bad))


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


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    start = content[:400]
    if start[1::2].count(0) > len(start) // 4:
        return content.decode("utf-16-le", errors="replace")
    if start[::2].count(0) > len(start) // 4:
        return content.decode("utf-16-be", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """Take the mark that stands most often, outside quotes, in the first line that has any."""
    for line in text[:100_000].splitlines():
        outside = "".join(line.split('"')[::2])
        counts = Counter(character for character in outside if character in _DELIMITERS)
        if counts:
            return counts.most_common(1)[0][0]
    return ","


def _records(text: str, delimiter: str, file: str, skipped: int) -> Iterator[Line | BadRow]:
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
                yield Line(row, tuple(cells))


def _reason(said: str) -> str:
    if "unexpected end" in said or "larger than" in said:
        return "import_quote_open"
    return "import_quote_inside"


def _fitted(line: Line, header: tuple[str, ...], file: str) -> Line | BadRow:
    """Give a line as many cells as there are columns."""
    missing = len(header) - len(line.cells)
    if missing < 0 and any(cell.strip() for cell in line.cells[missing:]):
        surplus = next(cell for cell in line.cells[missing:] if cell.strip())
        return BadRow(line.row, "", "import_too_many_cells", surplus[:60], file)
    if missing:
        return Line(line.row, (line.cells + ("",) * missing)[: len(header)])
    return line
