"""Print the report of an import: how files were read, what is bad, and what would change."""

import re
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from storedesk.cli.language import number, plural, spoken, tr
from storedesk.cli.terminal import harmless
from storedesk.domain.importing.file import (
    BadRow,
    Difference,
    ImportCounts,
    NewCategory,
    ProductChange,
    Thing,
)
from storedesk.domain.importing.options import FileReading
from storedesk.domain.importing.stock import Interrupted, StockImport, Unset

if TYPE_CHECKING:  # a second of start-up time
    from storedesk.services.importing import Imported, ImportPreview

MOST_LINES = 200
"""Lines of changes, and of bad rows, that a terminal is given."""
LONGEST = 60
AMOUNT = re.compile(r"\d+\.\d\d")
"""An amount of money as the domain writes it."""
_SHOWN = 3


def say_bad(bad: Sequence[BadRow]) -> None:
    """Print each row that cannot be imported, and why."""
    most = MOST_LINES if sys.stderr.isatty() else len(bad)
    for row in bad[:most]:
        print(_where(row), file=sys.stderr)
    if len(bad) > most:
        left = len(bad) - most
        words = plural("… and {n} more bad row.", "… and {n} more bad rows.", left)
        print(words.format(n=number(left)), file=sys.stderr)


def say_readings(readings: Iterable[FileReading]) -> None:
    """Print how each file was read, and lines that show its encoding."""
    for one in readings:
        guess = tr("{encoding}, a guess").format(encoding=one.encoding)
        quoted = tr("“{mark}”").format(mark=one.delimiter)
        words = tr(
            "{file}: read as {encoding}; headings in line {line}; cells divided by {delimiter}."
        ).format(
            file=harmless(one.file),
            encoding=guess if one.is_guess else one.encoding,
            line=one.header_row,
            delimiter={"\t": tr("tabs"), " ": tr("blanks")}.get(one.delimiter, quoted),
        )
        print(words)
        for numbers in one.numbers:
            print(f"  {harmless(numbers.sentence(spoken))}")
        for row, cells in one.letters[:_SHOWN]:
            shown = " | ".join(_short(cell) for cell in cells if cell.strip())
            print(tr("  line {line}: {cells}").format(line=row, cells=shown))


def say_plan(preview: "ImportPreview", changes: Path | None) -> None:
    """Print what an import would do, change by change."""
    plan = preview.plan
    for category in plan.categories:
        print(_category(category))
    if plan.kept:
        words = plural(
            "{n} known product stays in another category than the file says (see"
            " --set-categories).",
            "{n} known products stay in another category than the file says (see"
            " --set-categories).",
            plan.kept,
        )
        print(words.format(n=number(plan.kept)))
    lines = [line for change in plan.changed for line in _change(change)]
    most = MOST_LINES if sys.stdout.isatty() else len(lines)
    for line in lines[:most]:
        print(line)
    if len(lines) > most:
        left = len(lines) - most
        words = plural(
            "… and {n} more line; --changes FILE writes all changes.",
            "… and {n} more lines; --changes FILE writes all changes.",
            left,
        )
        print(words.format(n=number(left)))
    if changes:
        print(tr("All changes are in {file}.").format(file=harmless(changes.name)))
    print(tr("Would import: {counts}.").format(counts=_counted(plan.counts)))
    if preview.interrupted:
        print(_interrupted(preview.interrupted))
    if to_set := preview.to_set:
        words = plural(
            "Would set the stock of {n} known product.",
            "Would set the stock of {n} known products.",
            to_set,
        )
        print(words.format(n=number(to_set)))


def say_done(done: "Imported") -> None:
    """Print what an import has done."""
    print(tr("Imported: {counts}.").format(counts=_counted(done.counts)))
    for category in done.categories:
        path = harmless(" > ".join(category.path))
        print(tr("  added the category {category}").format(category=path))
    for code, name in done.made_codes:
        words = tr("  added the code {code} for {product}")
        print(words.format(code=harmless(code), product=harmless(name)))


def say_stock(work: StockImport, unset: Sequence[Unset]) -> None:
    """Print how much stock was set, and each product whose stock was left as it is, and why."""
    done = work.waiting - len(unset)
    words = plural(
        "Set the stock of {n} known product.", "Set the stock of {n} known products.", done
    )
    print(words.format(n=number(done)))
    if unset:
        words = plural(
            "Left the stock of {n} known product as it is:",
            "Left the stock of {n} known products as it is:",
            len(unset),
        )
        print(words.format(n=number(len(unset))))
    for one in unset:
        print(f"  {harmless(one.code)}: {harmless(one.sentence(spoken))}")


def say_stock_waits() -> None:
    """Print that setting stock was interrupted, and how it is gone on with."""
    words = tr(
        "Not all stock is set. Import the same files with the same options within 24 hours: that"
        " sets the rest, and nothing twice."
    )
    print(words, file=sys.stderr)


def _change(change: ProductChange) -> Iterable[str]:
    """Yield the lines of a product: where it stands in the file, and each thing, old and new."""
    product = change.product
    place = f"{harmless(product.file)}:{product.row}: " if product.file else ""
    yield place + tr("would change {product}:").format(product=_short(change.name))
    for each in change.differences:
        yield f"    {_difference(each)}"


def _difference(one: Difference) -> str:
    of = _short(one.of)
    what = tr("{thing} of {of}").format(thing=_thing(one.thing), of=of) if of else _thing(one.thing)
    old, new = _amount(one.thing, one.old), _amount(one.thing, one.new)
    if not one.old and not one.new:
        return tr("{thing}: differs").format(thing=what)
    if not one.old:
        return tr("new {thing}: {new}").format(thing=what, new=new)
    return f"{what}: {old} → {new or tr('(nothing)')}"


def _thing(thing: Thing) -> str:
    """Return what of a product changes, as a word within a line."""
    return {
        Thing.NAME: tr("name", "in a line"),
        Thing.PRICE: tr("price", "in a line"),
        Thing.DESCRIPTION: tr("description", "in a line"),
        Thing.CATEGORY: tr("category", "in a line"),
        Thing.VARIANT: tr("variant", "in a line"),
        Thing.SKU: tr("SKU"),
        Thing.CODE: tr("code", "in a line"),
        Thing.PICTURE: tr("picture", "in a line"),
        Thing.OTHER_COLUMN: tr("other column", "in a line"),
        Thing.ORIGIN: tr("name in the file", "in a line"),
    }[thing]


def _amount(thing: Thing, text: str) -> str:
    """Return a value in one line; a price, and that at the end of a variant, as numbers are."""
    before, blank, last = text.rpartition(" ")
    if thing in {Thing.PRICE, Thing.VARIANT} and AMOUNT.fullmatch(last):
        text = f"{before}{blank}{number(Decimal(last))}"
    return _short(text)


def _category(made: NewCategory) -> str:
    parts = [_new(made.new)] if made.new else []
    if made.moved:
        moved = plural(
            "{n} known product would move there", "{n} known products would move there", made.moved
        )
        parts.append(moved.format(n=number(made.moved)))
    path = harmless(" > ".join(made.path))
    if not parts:
        return tr("Would add the category {category}.").format(category=path)
    words = tr("Would add the category {category} ({products}).")
    return words.format(category=path, products=", ".join(parts))


def _where(bad: BadRow) -> str:
    line = tr("line {line}").format(line=bad.row)
    place = f"{bad.file}:{bad.row}" if bad.file else line
    sentence = bad.sentence(spoken)
    said = f"{bad.column}: {sentence}" if bad.column else sentence
    return harmless(f"{place}: {said}")


def _interrupted(earlier: Interrupted) -> str:
    words = tr("An import of the same files was interrupted ({when}). It goes on.")
    return words.format(when=spoken.moment(earlier.begun_at))


def _counted(counts: ImportCounts) -> str:
    bad = plural("{n} bad row", "{n} bad rows", counts.bad)
    return tr("{new}, {changed} changed, {same} the same, {bad}").format(
        new=_new(counts.new),
        changed=number(counts.changed),
        same=number(counts.same),
        bad=bad.format(n=number(counts.bad)),
    )


def _new(count: int) -> str:
    return plural("{n} new product", "{n} new products", count).format(n=number(count))


def _short(text: str) -> str:
    """Return a text in one line of a terminal, cut where it is long."""
    line = harmless(" ".join(text.split()))
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
