"""Run `storedesk import`: import products or past sales from files, as a staff member."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from pathlib import Path
from typing import TYPE_CHECKING

from storedesk.cli import import_report as report
from storedesk.cli import past_sales
from storedesk.cli.file_reading import (
    add_file_choices,
    file_choices,
    reading_progress,
    refuse_guesses,
    report_to,
    step_words,
)
from storedesk.cli.grammar import one_of
from storedesk.cli.language import tr
from storedesk.cli.progress import TerminalProgress
from storedesk.cli.stores import add_store, opened_store
from storedesk.cli.terminal import output_file, words_beside
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.importing.file import DEFAULT_CATEGORY, ImportOptions, read_map
from storedesk.domain.importing.progress import ImportStep
from storedesk.domain.importing.stock import StockImport

if TYPE_CHECKING:  # a second of start-up time
    from storedesk.services.desk import Database
    from storedesk.services.importing import ImportPreview

FROM_FILE = "file"
BARCODE = "barcode"


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `import catalog` and `import history` to the grammar."""
    group = commands.add_parser("import", help=tr("import a catalog or past sales from files"))
    names = f"catalog, {past_sales.NAME}"
    group.set_defaults(run=lambda _: group.error(tr("say what: {names}").format(names=names)))
    made = group.add_subparsers(title=tr("what"), metavar=tr("WHAT"))
    parser = made.add_parser(
        "catalog", aliases=["catalogue"], help=tr("products, from Shopify's or a plain CSV file")
    )
    parser.add_argument("files", type=Path, nargs="+", metavar=tr("FILE"))
    add_store(parser)
    parser.add_argument(
        "--dry-run", action="store_true", help=tr("show what would be done, and do nothing")
    )
    _add_reading(parser)
    _add_doing(parser)
    parser.set_defaults(run=bring_in)
    past_sales.add_to(made)


def _add_reading(parser: ArgumentParser) -> None:
    """Add the options for reading the files."""
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar=tr("FIELD=COLUMN[:most|latest]"),
        help=tr(
            "which column of a plain file holds which field; of several lines the value to take"
        ),
    )
    add_file_choices(parser)


def _add_doing(parser: ArgumentParser) -> None:
    """Add the options for what is done with the products."""
    parser.add_argument("--default-category", default=DEFAULT_CATEGORY, metavar=tr("NAME"))
    parser.add_argument(
        "--status",
        type=one_of(ProductStatus),
        choices=[ProductStatus.DRAFT.value, ProductStatus.ACTIVE.value],
    )
    parser.add_argument(
        "--opening-stock", type=_pieces, metavar="N|file", help=tr("stock of new products")
    )
    parser.add_argument(
        "--set-stock",
        action="store_true",
        help=tr("set the stock of known products to that of the file"),
    )
    parser.add_argument(
        "--set-categories",
        action="store_true",
        help=tr("move known products to their categories in the file"),
    )
    parser.add_argument(
        "--match",
        choices=["sku", BARCODE],
        default="sku",
        help=tr("how a product of the store is found: by its SKU, or by its barcode as well"),
    )
    parser.add_argument("--skip-bad", action="store_true", help=tr("leave out bad rows"))
    parser.add_argument(
        "--changes",
        type=output_file,
        metavar=tr("FILE"),
        help=tr("write all changes, old and new, as CSV; - is standard output"),
    )


def bring_in(arguments: Namespace) -> int:
    """Read the files, report what is wrong in them, and import them unless it is a dry run."""
    with words_beside(arguments.changes):
        return _bring_in(arguments)


def _bring_in(arguments: Namespace) -> int:
    from storedesk.services import importing  # noqa: PLC0415 a second of start-up time

    options, is_dry = _options(arguments), arguments.dry_run
    with opened_store(arguments) as store:
        with store.reading_as_one() as session:
            importing.check(session, options)
        with reading_progress() as progress, store.reading_as_one() as session:
            preview = importing.preview(session, arguments.files, options, report_to(progress))
        plan = preview.plan
        report.say_bad(plan.bad)
        if is_dry or any(reading.is_guess for reading in preview.catalog.readings):
            report.say_readings(preview.catalog.readings)
        refuse_guesses(preview.catalog.readings)
        if arguments.changes:
            importing.write_changes(arguments.changes, plan.changed)
        if is_dry:
            report.say_plan(preview, arguments.changes)
            return 1 if plan.bad and not options.skip_bad else 0
        with reading_progress() as progress, store.editing() as session:
            done = importing.carry_out(session, preview, options, report_to(progress))
        report.say_done(done)
        if done.stock:
            _set_stock(store, done.stock, preview)
    return 0


def _set_stock(store: "Database", work: StockImport, preview: "ImportPreview") -> None:
    """Set the stock of known products; where that is interrupted, say what to do."""
    from storedesk.services import stock_import  # noqa: PLC0415 a second of start-up time

    try:
        with TerminalProgress(step_words(ImportStep.SETTING)) as progress:
            unset = stock_import.set_stock(store, work, preview.plan.known, report_to(progress))
    except BaseException:
        report.say_stock_waits()
        raise
    report.say_stock(work, unset)


def _options(arguments: Namespace) -> ImportOptions:
    stock = arguments.opening_stock
    return ImportOptions(
        columns=read_map(arguments.map),
        file=file_choices(arguments),
        default_category=arguments.default_category,
        currency=arguments.currency,
        status=arguments.status,
        opening_stock=None if stock == FROM_FILE else stock,
        file_stock=stock == FROM_FILE,
        set_stock=arguments.set_stock,
        set_categories=arguments.set_categories,
        match_barcode=arguments.match == BARCODE,
        skip_bad=arguments.skip_bad,
    )


def _pieces(typed: str) -> int | str:
    if typed == FROM_FILE:
        return typed
    if not typed.isascii() or not typed.isdecimal():
        words = tr("{typed} is neither a number nor 'file'")
        raise ArgumentTypeError(words.format(typed=repr(typed)))
    return int(typed)
