"""`storedesk import catalogue`: goods into the store, as a member of staff."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from pathlib import Path

from storedesk.cli import import_words as words
from storedesk.cli.progress import TerminalProgress
from storedesk.cli.stores import add_store, opened_store
from storedesk.cli.terminal import output_file, words_beside
from storedesk.documents.encodings import known
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.importing.file import DEFAULT_CATEGORY, ImportOptions, read_map
from storedesk.domain.importing.options import FileChoices, FileReading
from storedesk.domain.refusals.errors import Refused

FROM_FILE = "file"
BARCODE = "barcode"


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `import catalogue` to the grammar."""
    group = commands.add_parser("import", help="bring a catalogue in from files")
    group.set_defaults(run=lambda _: group.error("say what: catalogue"))
    made = group.add_subparsers(title="what", metavar="WHAT")
    parser = made.add_parser("catalogue", help="products, from Shopify's or a plain CSV file")
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    add_store(parser)
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be done, and do nothing"
    )
    _add_reading(parser)
    _add_doing(parser)
    parser.set_defaults(run=bring_in)


def _add_reading(parser: ArgumentParser) -> None:
    """Add what says how the files are read."""
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN[:most|latest]",
        help="which column of a plain file holds what; of several lines the value to take",
    )
    parser.add_argument(
        "--encoding", default="", metavar="NAME", help="of the files, such as cp1252 or gbk"
    )
    parser.add_argument(
        "--header-row", type=_row, metavar="N", help="the line that has the headings"
    )
    parser.add_argument(
        "--decimal-mark", choices=[".", ","], help="what stands before the decimals of numbers"
    )
    parser.add_argument(
        "--date-first",
        choices=["day", "month"],
        default="",
        help="what comes first in dates such as 1/2/2026",
    )
    parser.add_argument(
        "--currency", help="what the file's prices are in: the store's own, or refused"
    )


def _add_doing(parser: ArgumentParser) -> None:
    """Add what says what is done with the products."""
    parser.add_argument("--default-category", default=DEFAULT_CATEGORY, metavar="NAME")
    parser.add_argument(
        "--status", type=ProductStatus, choices=[ProductStatus.DRAFT, ProductStatus.ACTIVE]
    )
    parser.add_argument("--opening-stock", type=_pieces, metavar="N|file", help="of new products")
    parser.add_argument(
        "--set-stock", action="store_true", help="set that of known products to what the file says"
    )
    parser.add_argument(
        "--set-categories",
        action="store_true",
        help="put known products into the categories that the file says",
    )
    parser.add_argument(
        "--match",
        choices=["sku", BARCODE],
        default="sku",
        help="what names a product of the store: its SKU, or its barcode as well",
    )
    parser.add_argument("--skip-bad", action="store_true", help="leave bad rows out")
    parser.add_argument(
        "--changes",
        type=output_file,
        metavar="FILE",
        help="write what changes, old and new, as CSV; - is standard output",
    )


def bring_in(arguments: Namespace) -> int:
    """Read the files, say what is wrong with them, and bring them in unless it is a dry run."""
    with words_beside(arguments.changes):
        return _bring_in(arguments)


def _bring_in(arguments: Namespace) -> int:
    from storedesk.services import importing  # noqa: PLC0415 a second of start-up time

    options, is_dry = _options(arguments), arguments.dry_run
    with opened_store(arguments) as store:
        with store.reading() as session:
            importing.check(session, options)
        with TerminalProgress("Reading the files") as progress, store.reading() as session:
            preview = importing.preview(session, arguments.files, options, progress.tell)
        plan = preview.plan
        words.say_bad(plan.bad)
        if is_dry or any(reading.is_guess for reading in preview.catalogue.readings):
            words.say_readings(preview.catalogue.readings)
        _refuse_guesses(preview.catalogue.readings)
        if arguments.changes:
            importing.write_changes(arguments.changes, plan.changed)
        if is_dry:
            words.say_plan(preview, arguments.changes)
            return 1 if plan.bad and not options.skip_bad else 0
        with TerminalProgress("Writing the products") as progress, store.editing() as session:
            done = importing.carry_out(session, preview.catalogue, options, progress.tell, plan)
    words.say_done(done)
    return 0


def _refuse_guesses(readings: tuple[FileReading, ...]) -> None:
    """Refuse what was read in an encoding that nobody has named: encoding_guessed."""
    for reading in readings:
        if reading.is_guess:
            raise Refused("encoding_guessed", file=reading.file, encoding=reading.encoding)


def _options(arguments: Namespace) -> ImportOptions:
    stock = arguments.opening_stock
    return ImportOptions(
        columns=read_map(arguments.map),
        file=FileChoices(
            known(arguments.encoding) if arguments.encoding else "",
            arguments.header_row,
            arguments.decimal_mark,
            arguments.date_first,
        ),
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
        raise ArgumentTypeError(f"{typed!r} is neither a number nor 'file'")
    return int(typed)


def _row(typed: str) -> int:
    if not typed.isascii() or not typed.isdecimal() or not int(typed):
        raise ArgumentTypeError(f"{typed!r} is no line of a file")
    return int(typed)
