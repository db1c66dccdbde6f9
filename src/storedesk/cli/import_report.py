"""Print the report of an import: how files were read, what is bad, and what would change."""

import sys
from collections.abc import Iterable, Sequence
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from storedesk.cli.terminal import counted, harmless
from storedesk.domain.importing.file import (
    BadRow,
    Difference,
    ImportCounts,
    NewCategory,
    ProductChange,
)
from storedesk.domain.importing.options import FileReading
from storedesk.domain.importing.stock import Interrupted, StockImport, Unset

if TYPE_CHECKING:  # a second of start-up time
    from storedesk.services.importing import Imported, ImportPreview

MOST_LINES = 200
"""Lines of changes, and of bad rows, that a terminal is given."""
LONGEST = 60
_SHOWN = 3


def say_bad(bad: Sequence[BadRow]) -> None:
    """Print each row that cannot be imported, and why."""
    most = MOST_LINES if sys.stderr.isatty() else len(bad)
    for row in bad[:most]:
        print(_where(row), file=sys.stderr)
    if len(bad) > most:
        print(f"… and {len(bad) - most:,} more bad rows.", file=sys.stderr)


def say_readings(readings: Iterable[FileReading]) -> None:
    """Print how each file was read, and lines that show its encoding."""
    for one in readings:
        encoding = f"{one.encoding}, a guess" if one.is_guess else one.encoding
        mark = {"\t": "tabs", " ": "blanks"}.get(one.delimiter, f"“{one.delimiter}”")
        print(
            f"{harmless(one.file)}: read as {encoding}; headings in line {one.header_row}; cells"
            f" divided by {mark}."
        )
        for numbers in one.numbers:
            print(f"  {harmless(numbers.sentence())}")
        for row, cells in one.letters[:_SHOWN]:
            shown = " | ".join(_short(cell) for cell in cells if cell.strip())
            print(f"  line {row}: {shown}")


def say_plan(preview: "ImportPreview", changes: Path | None) -> None:
    """Print what an import would do, change by change."""
    plan = preview.plan
    for category in plan.categories:
        print(_category(category))
    if plan.kept:
        products = counted(plan.kept, "known product stays", "known products stay")
        print(f"{products} in another category than the file says (see --set-categories).")
    lines = [line for change in plan.changed for line in _change(change)]
    most = MOST_LINES if sys.stdout.isatty() else len(lines)
    for line in lines[:most]:
        print(line)
    if len(lines) > most:
        print(f"… and {len(lines) - most:,} more lines; --changes FILE writes all changes.")
    if changes:
        print(f"All changes are in {harmless(changes.name)}.")
    print(f"Would import: {_counted(plan.counts)}.")
    if preview.interrupted:
        print(_interrupted(preview.interrupted))
    if preview.to_set:
        print(f"Would set the stock of {_known(preview.to_set)}.")


def say_done(done: "Imported") -> None:
    """Print what an import has done."""
    print(f"Imported: {_counted(done.counts)}.")
    for category in done.categories:
        print(f"  added the category {harmless(' > '.join(category.path))}")
    for code, name in done.made_codes:
        print(f"  added the code {harmless(code)} for {harmless(name)}")


def say_stock(work: StockImport, unset: Sequence[Unset]) -> None:
    """Print how much stock was set, and each product whose stock was left as it is, and why."""
    print(f"Set the stock of {_known(work.waiting - len(unset))}.")
    if unset:
        print(f"Left the stock of {_known(len(unset))} as it is:")
    for one in unset:
        print(f"  {harmless(one.code)}: {harmless(one.sentence())}")


def say_stock_waits() -> None:
    """Print that setting stock was interrupted, and how it is gone on with."""
    print(
        "Not all stock is set. Import the same files with the same options within 24 hours: that"
        " sets the rest, and nothing twice.",
        file=sys.stderr,
    )


def _change(change: ProductChange) -> Iterable[str]:
    """Yield the lines of a product: where it stands in the file, and each thing, old and new."""
    product = change.product
    place = f"{harmless(product.file)}:{product.row}: " if product.file else ""
    yield f"{place}would change {_short(change.name)}:"
    for each in change.differences:
        yield f"    {_difference(each)}"


def _difference(one: Difference) -> str:
    what = f"{one.thing} of {_short(one.of)}" if one.of else str(one.thing)
    if not one.old and not one.new:
        return f"{what}: differs"
    if not one.old:
        return f"new {what}: {_short(one.new)}"
    return f"{what}: {_short(one.old)} → {_short(one.new) or '(nothing)'}"


def _category(made: NewCategory) -> str:
    parts = [counted(made.new, "new product", "new products")] if made.new else []
    if made.moved:
        moved = counted(made.moved, "known product", "known products")
        parts.append(f"{moved} would move there")
    goods = f" ({', '.join(parts)})" if parts else ""
    return f"Would add the category {harmless(' > '.join(made.path))}{goods}."


def _where(bad: BadRow) -> str:
    place = f"{bad.file}:{bad.row}" if bad.file else f"line {bad.row}"
    said = f"{bad.column}: {bad.sentence()}" if bad.column else bad.sentence()
    return harmless(f"{place}: {said}")


def _interrupted(earlier: Interrupted) -> str:
    begun = earlier.begun_at.replace(tzinfo=UTC)
    return f"An import of the same files was interrupted ({begun:%Y-%m-%d %H:%M} UTC). It goes on."


def _known(number: int) -> str:
    return counted(number, "known product", "known products")


def _counted(counts: ImportCounts) -> str:
    new = counted(counts.new, "new product", "new products")
    bad = counted(counts.bad, "bad row", "bad rows")
    return f"{new}, {counts.changed:,} changed, {counts.same:,} the same, {bad}"


def _short(text: str) -> str:
    """Return a text in one line of a terminal, cut where it is long."""
    line = harmless(" ".join(text.split()))
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
