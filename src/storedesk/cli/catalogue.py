"""`storedesk import catalogue` and `export catalogue`: goods in and out, as a member of staff."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from storedesk.cli.terminal import ask_password, counted
from storedesk.domain.catalogue import ProductStatus
from storedesk.domain.errors import Refused
from storedesk.domain.importing import (
    DEFAULT_CATEGORY,
    BadRow,
    ImportCounts,
    ImportOptions,
    read_map,
)
from storedesk.settings import Profile, StoreKind

if TYPE_CHECKING:  # a second of start-up time
    from storedesk.persistence.database import Database

MOST_PIECES = 100_000
FROM_FILE = "file"


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `import catalogue` and `export catalogue` to the grammar."""
    _add_import(commands)
    group = commands.add_parser("export", help="take a catalogue out into a file")
    group.set_defaults(run=lambda _: group.error("say what: catalogue"))
    made = group.add_subparsers(title="what", metavar="WHAT")
    parser = made.add_parser("catalogue", help="products, as Shopify's CSV")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--dsn", help="the store's database; without it, the one on this computer")
    parser.add_argument(
        "--format", choices=["shopify"], default="shopify", help="what the file is for"
    )
    parser.add_argument(
        "--with-stock", action="store_true", help="tell what is on hand, on each first variant"
    )
    parser.set_defaults(run=take_out)


def _add_import(commands: "_SubParsersAction[ArgumentParser]") -> None:
    group = commands.add_parser("import", help="bring a catalogue in from files")
    group.set_defaults(run=lambda _: group.error("say what: catalogue"))
    made = group.add_subparsers(title="what", metavar="WHAT")
    parser = made.add_parser("catalogue", help="products, from Shopify's or a plain CSV file")
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--dsn", help="the store's database; without it, the one on this computer")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be done, and do nothing"
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN[:most|latest]",
        help="which column of a plain file holds what; of several lines the value to take",
    )
    parser.add_argument("--default-category", default=DEFAULT_CATEGORY, metavar="NAME")
    parser.add_argument(
        "--currency", help="what the file's prices are in: the store's own, or refused"
    )
    parser.add_argument(
        "--status", type=ProductStatus, choices=[ProductStatus.DRAFT, ProductStatus.ACTIVE]
    )
    parser.add_argument("--opening-stock", type=_pieces, metavar="N|file", help="of new products")
    parser.add_argument(
        "--set-stock", action="store_true", help="set that of known products to what the file says"
    )
    parser.add_argument("--skip-bad", action="store_true", help="leave bad rows out")
    parser.set_defaults(run=bring_in)


def bring_in(arguments: Namespace) -> int:
    """Read the files, say what is wrong with them, and bring them in unless it is a dry run."""
    from storedesk.services import importing  # noqa: PLC0415 a second of start-up time

    options = _options(arguments)
    with _store(arguments) as store:
        with store.reading() as session:
            preview = importing.preview(session, arguments.files, options)
        for bad in preview.plan.bad:
            print(_where(bad), file=sys.stderr)
        counts = preview.plan.counts
        if arguments.dry_run:
            print(f"Would bring in: {_counted(counts)}.")
            _say_recounts("Would set", preview.recounts)
            return 1 if counts.bad and not options.skip_bad else 0
        with store.editing() as session:
            done = importing.carry_out(session, preview.catalogue, options)
    print(f"Brought in: {_counted(done.counts)}.")
    _say_recounts("Set", done.recounts)
    for code, name in done.made_codes:
        print(f"  made the code {code} for {name}")
    return 0


def take_out(arguments: Namespace) -> int:
    """Write the catalogue into a file, whole or not at all."""
    from storedesk.services import exporting  # noqa: PLC0415 a second of start-up time

    with _store(arguments) as store, store.reading() as session:
        count = exporting.run(session, arguments.file, with_stock=arguments.with_stock)
    print(f"{counted(count, 'product is', 'products are')} in {arguments.file.name}.")
    return 0


@contextmanager
def _store(arguments: Namespace) -> "Iterator[Database]":
    """Open the store that is meant, as the member of staff who is."""
    if arguments.dsn:
        with _named_store(arguments.dsn) as database:
            yield database
        return
    from storedesk.services.opening import Premises  # noqa: PLC0415

    profile = Profile(arguments.profile)
    chosen = profile.preferences()
    if chosen.store is None:
        raise Refused("no_store_here")
    login = os.environ.get("PGUSER") or chosen.login
    premises = Premises(profile)
    try:
        premises.open()
        where = "" if chosen.store is not StoreKind.SHARED else " at the shared store"
        password = ask_password(f"Password for {login}{where}", "PGPASSWORD")
        entered = premises.sign_in(login, password)
        try:
            yield entered.desk.database
        finally:
            entered.desk.close()
    finally:
        premises.leave()


@contextmanager
def _named_store(dsn: str) -> "Iterator[Database]":
    from storedesk.persistence import transport  # noqa: PLC0415
    from storedesk.persistence.database import Database  # noqa: PLC0415
    from storedesk.services import administration  # noqa: PLC0415

    checked = transport.checked(dsn)
    if transport.needs_password(checked):
        password = ask_password(f"Password for {transport.login_of(checked)}", "PGPASSWORD")
        checked = transport.with_password(checked, password)
    database = Database(checked, pool_size=1)
    try:
        with database.reading() as session:
            administration.fits(session)
        yield database
    finally:
        database.close()


def _options(arguments: Namespace) -> ImportOptions:
    stock = arguments.opening_stock
    return ImportOptions(
        columns=read_map(arguments.map),
        default_category=arguments.default_category,
        currency=arguments.currency,
        status=arguments.status,
        opening_stock=None if stock == FROM_FILE else stock,
        file_stock=stock == FROM_FILE,
        set_stock=arguments.set_stock,
        skip_bad=arguments.skip_bad,
    )


def _pieces(typed: str) -> int | str:
    if typed == FROM_FILE:
        return typed
    if not typed.isascii() or not typed.isdecimal() or int(typed) > MOST_PIECES:
        raise ArgumentTypeError(f"{typed!r} is neither a number up to {MOST_PIECES} nor 'file'")
    return int(typed)


def _where(bad: BadRow) -> str:
    place = f"{bad.file}:{bad.row}" if bad.file else f"line {bad.row}"
    return (
        f"{place}: {bad.column}: {bad.sentence()}" if bad.column else f"{place}: {bad.sentence()}"
    )


def _say_recounts(words: str, number: int) -> None:
    if number:
        print(f"{words} the stock of {counted(number, 'known product', 'known products')}.")


def _counted(counts: ImportCounts) -> str:
    new = counted(counts.new, "new product", "new products")
    bad = counted(counts.bad, "bad row", "bad rows")
    return f"{new}, {counts.changed:,} changed, {counts.same:,} the same, {bad}"
