"""Import past sales: a dry run that changes nothing, then the real one, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from storedesk import api, forms, queries
from storedesk.documents.moments import zone
from storedesk.documents.past_sales import (
    PastFacts,
    StoreTerms,
    look_at_past_sales,
    read_past_sales,
)
from storedesk.documents.tables import CsvSheet
from storedesk.domain.importing.file import BadRow
from storedesk.domain.importing.options import FileChoices
from storedesk.domain.importing.past_sales import (
    PastImported,
    PastLine,
    PastOptions,
    PastSales,
)
from storedesk.domain.importing.progress import Counter, ImportStep, Report
from storedesk.domain.refusals.errors import NotAllowed, Refused, Translate
from storedesk.persistence.engine.database import Session
from storedesk.persistence.engine.moments import of_one_moment
from storedesk.whole_file import WholeFile

LONGEST_NAMES = 500


@dataclass(frozen=True, slots=True)
class PastPreview:
    """What files of past sales hold, and what importing them would do."""

    sales: PastSales
    """Without the lines of orders that were imported before: those are listed as bad."""
    files: str


def look(_session: Session, path: Path, choices: FileChoices | None = None) -> PastFacts:
    """Look at a file, so that a person can say what its columns hold."""
    return look_at_past_sales(path, choices)


@of_one_moment
def preview(
    session: Session, paths: Sequence[Path], options: PastOptions, report: Report | None = None
) -> PastPreview:
    """Read files of past sales and tell what importing them would do. Nothing is changed.

    Refused: what read_past_sales refuses, import_currency, not_allowed.
    """
    if not api.staff.me(session).may("begin_past_import"):
        raise NotAllowed("not_allowed")
    store = queries.store_settings.settings(session)
    if options.currency and options.currency.upper() != store.currency:
        raise Refused("import_currency", file=options.currency.upper(), store=store.currency)
    now = queries.clock.now(session)
    terms = StoreTerms(zone(store.time_zone), store.currency, now)
    read = read_past_sales(paths, options, terms, report)
    numbers = {line.number for line in read.lines}
    known = queries.past_sales.known_past_orders(session, numbers)
    names = ", ".join(path.name for path in paths)
    short = names if len(names) <= LONGEST_NAMES else f"{names[: LONGEST_NAMES - 1]}…"
    return PastPreview(_without(read, known), short)


def carry_out(session: Session, shown: PastPreview, report: Report | None = None) -> PastImported:
    """Import what a person was shown, whole or not at all.

    Refused: import_nothing_usable; past_order_known, where somebody else has imported an order of
    them meanwhile.
    """
    lines = shown.sales.lines
    if not lines:
        raise Refused("import_nothing_usable")
    written = Counter(ImportStep.ADDING, len(lines), report)
    return forms.past_sales.write(session, shown.files, lines, written.add)


def write_bad(path: Path, bad: Sequence[BadRow], translate: Translate = str) -> None:
    """Write each row that cannot be used, and why, as a table. Refused: file_not_written."""
    whole = WholeFile(path)
    try:
        sheet = CsvSheet(whole.file, ("File", "Line", "Column", "Value", "Reason"))
        sheet.write(
            (row.file, row.row, row.column, row.value, row.sentence(translate)) for row in bad
        )
        sheet.end()
        whole.keep()
    except OSError as error:
        raise whole.refusal(error) from error
    finally:
        whole.drop()


def save_bad(_session: Session, path: Path, bad: Sequence[BadRow], translate: Translate) -> None:
    """Write each row that cannot be used, as `write_bad` does, for a window."""
    write_bad(path, bad, translate)


def _without(read: PastSales, known: frozenset[str]) -> PastSales:
    """Return sales without the orders of these numbers, whose lines are bad."""
    if not known:
        return read
    again = [line for line in read.lines if line.number in known]
    order = {reading.file: at for at, reading in enumerate(read.readings)}
    bad = [*read.bad, *map(_known, again)]
    bad.sort(key=lambda row: (order.get(row.file, 0), row.row))
    return replace(
        read,
        lines=tuple(line for line in read.lines if line.number not in known),
        bad=tuple(bad),
        bad_amount=read.bad_amount + sum((line.amount for line in again), Decimal(0)),
    )


def _known(line: PastLine) -> BadRow:
    return BadRow(line.row, "", "past_order_known", line.number, line.file)
