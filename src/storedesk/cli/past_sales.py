"""Run `storedesk import history`: bring in past sales, list what was brought in, take it away."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from storedesk.cli import import_report as report
from storedesk.cli.file_reading import (
    add_file_choices,
    file_choices,
    reading_progress,
    refuse_guesses,
    report_to,
)
from storedesk.cli.language import number, plural, spoken, tr
from storedesk.cli.stores import add_store, opened_store
from storedesk.cli.terminal import harmless, output_file, words_beside
from storedesk.domain.importing.past_sales import (
    PastColumn,
    PastImport,
    PastOptions,
    PastSales,
    read_past_map,
)
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.money import CENT

if TYPE_CHECKING:  # a second of start-up time
    from storedesk.services.desk import Database


NAME = "history"


def add_to(made: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `import history` to the grammar of `import`."""
    parser = made.add_parser(NAME, help=tr("past sales of another program, from CSV files"))
    parser.add_argument("files", type=Path, nargs="*", metavar=tr("FILE"))
    add_store(parser)
    parser.add_argument(
        "--dry-run", action="store_true", help=tr("show what would be done, and do nothing")
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar=tr("FIELD=COLUMN"),
        help=tr("which column holds which field: {fields}").format(fields=", ".join(PastColumn)),
    )
    add_file_choices(parser)
    parser.add_argument(
        "--unusable",
        type=output_file,
        metavar=tr("FILE"),
        help=tr("write the lines that cannot be used, and why, as CSV; - is standard output"),
    )
    parser.add_argument(
        "--list", action="store_true", help=tr("list the imports of past sales that there are")
    )
    parser.add_argument(
        "--undo", metavar=tr("IMPORT"), help=tr("take an import away again, named as in the list")
    )
    parser.set_defaults(run=lambda arguments: run(arguments, parser))


def run(arguments: Namespace, parser: ArgumentParser) -> int:
    """Do what the options ask for: list, undo, or import."""
    chosen = [bool(arguments.files), arguments.list, arguments.undo is not None]
    if sum(chosen) != 1:
        parser.error(tr("name files to import, or choose --list or --undo"))
    with words_beside(arguments.unusable):
        if arguments.list:
            return _list(arguments)
        return _undo(arguments) if arguments.undo is not None else _bring_in(arguments)


def _bring_in(arguments: Namespace) -> int:
    from storedesk.services import past_sales  # noqa: PLC0415 a second of start-up time

    columns = read_past_map(arguments.map)
    options = PastOptions(columns, file_choices(arguments), arguments.currency)
    with opened_store(arguments) as store:
        with reading_progress() as progress, store.reading_as_one() as session:
            preview = past_sales.preview(session, arguments.files, options, report_to(progress))
        sales = preview.sales
        if arguments.unusable:
            past_sales.write_bad(arguments.unusable, sales.bad, spoken)
        else:
            report.say_bad(sales.bad)
        if arguments.dry_run or any(reading.is_guess for reading in sales.readings):
            report.say_readings(sales.readings)
        refuse_guesses(sales.readings)
        if arguments.dry_run:
            counts = _counts(sales.orders, len(sales.lines), sales.amount)
            print(tr("Would import: {counts}.").format(counts=counts))
            _say_unusable(sales)
            return 0
        with reading_progress() as progress, store.editing() as session:
            done = past_sales.carry_out(session, preview, report_to(progress))
    counts = _counts(done.orders, done.lines, done.amount)
    print(tr("Imported: {counts}.").format(counts=counts))
    _say_unusable(sales)
    words = plural(
        "{n} line is of a product of this store.", "{n} lines are of products of this store.",
        done.matched,
    )  # fmt: skip
    print(words.format(n=number(done.matched)))
    words = tr("storedesk import history --undo {name} takes it away again.")
    print(words.format(name=_name(done.id)))
    return 0


def _list(arguments: Namespace) -> int:
    with opened_store(arguments) as store, store.reading() as session:
        from storedesk.queries.past_sales import past_imports  # noqa: PLC0415

        found = past_imports(session)
    if not found:
        print(tr("No past sales were imported."))
    for one in found:
        print(_line(one))
    return 0


def _undo(arguments: Namespace) -> int:
    with opened_store(arguments) as store:
        gone = _take_away(store, arguments.undo)
    words = plural("Took {n} line away.", "Took {n} lines away.", gone)
    print(words.format(n=number(gone)))
    return 0


def _take_away(store: "Database", name: str) -> int:
    """Undo the import of that name. Refused: past_import_not_found."""
    from storedesk import api  # noqa: PLC0415 a second of start-up time
    from storedesk.queries.past_sales import past_imports_named  # noqa: PLC0415

    with store.reading() as session:
        found = past_imports_named(session, name)
    if len(found) != 1:
        raise Refused("past_import_not_found")
    return store.call_at_leisure(api.past_sales.undo_past_import(uuid4(), found[0]))


def _line(one: PastImport) -> str:
    counts = _counts(one.orders, one.lines, one.amount)
    when = spoken.moment(one.begun_at)
    words = tr("{name}  {when}, {person}: {files}: {counts}")
    told = words.format(
        name=_name(one.id), when=when, person=harmless(one.begun_by),
        files=harmless(one.files), counts=counts,
    )  # fmt: skip
    unfinished = tr("(not ended: it does not count)")
    return told if one.is_whole else f"{told} {unfinished}"


def _say_unusable(sales: PastSales) -> None:
    """Print how many lines cannot be used, and what they come to."""
    if sales.bad:
        words = plural(
            "Not usable: {n} line, {amount}.", "Not usable: {n} lines, {amount}.", len(sales.bad)
        )
        print(words.format(n=number(len(sales.bad)), amount=_cents(sales.bad_amount)))


def _counts(orders: int, lines: int, amount: Decimal) -> str:
    all_orders = plural("{n} order", "{n} orders", orders).format(n=number(orders))
    all_lines = plural("{n} line", "{n} lines", lines).format(n=number(lines))
    return f"{all_orders}, {all_lines}, {_cents(amount)}"


def _cents(amount: Decimal) -> str:
    return number(amount.quantize(CENT, ROUND_HALF_UP))


def _name(import_id: UUID) -> str:
    """Return what an import is called here: enough of its id to tell it from others."""
    return import_id.hex[:8]
