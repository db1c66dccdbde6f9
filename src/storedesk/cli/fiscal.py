"""Run `storedesk fiscal`: verify the fiscal records, or write them to a file."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from datetime import date, timedelta
from typing import TYPE_CHECKING

from storedesk.cli.language import number, plural, spoken, tr
from storedesk.cli.progress import TerminalProgress
from storedesk.cli.stores import add_store, opened_store
from storedesk.cli.terminal import harmless, output_file, words_beside
from storedesk.domain.refusals.errors import Refused

if TYPE_CHECKING:  # a second of start-up time
    from storedesk.domain.fiscal import FiscalCheck, FiscalScope
    from storedesk.services.desk import Database

OFFICE = "-"
NOT_AS_WRITTEN = 1


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `fiscal verify` and `fiscal export` to the grammar."""
    group = commands.add_parser("fiscal", help=tr("verify or export the fiscal records"))
    made = group.add_subparsers(title=tr("commands"), metavar=tr("COMMAND"))
    group.set_defaults(
        run=lambda _: group.error(tr("say what: {names}").format(names=", ".join(made.choices)))
    )
    verify = made.add_parser("verify", help=tr("compute the fiscal records again"))
    _add_scope(verify)
    verify.set_defaults(run=run_verify)
    export = made.add_parser("export", help=tr("write the fiscal records to a file of JSON lines"))
    export.add_argument(
        "file",
        type=output_file,
        metavar=tr("FILE"),
        help=tr("the file to write; - is standard output"),
    )
    _add_scope(export)
    export.set_defaults(run=run_export)


def run_verify(arguments: Namespace) -> int:
    """Compute the records again; 1 where one is not as it was written."""
    from storedesk import queries  # noqa: PLC0415 a second of start-up time

    with opened_store(arguments) as store:
        scope, check = _scope(store, arguments), None
        with TerminalProgress(tr("Verifying the fiscal records")) as progress:
            while check is None or not check.is_done:
                with store.reading() as session:
                    check = queries.fiscal.verified(session, scope=scope, after=check)
                progress.tell(check.rows / max(1, check.total_rows))
    _say(check)
    return NOT_AS_WRITTEN if check.fault else 0


def run_export(arguments: Namespace) -> int:
    """Write the records to a file, whole or not at all."""
    from storedesk.services import fiscal_file  # noqa: PLC0415 a second of start-up time

    with (
        opened_store(arguments) as store,
        TerminalProgress(tr("Writing the fiscal records")) as progress,
    ):
        count = fiscal_file.export(
            store, arguments.file, _scope(store, arguments),
            lambda done, of: progress.tell(done / max(1, of)),
        )  # fmt: skip
    with words_beside(arguments.file):
        words = plural(
            "{n} fiscal record is in {file}.", "{n} fiscal records are in {file}.", count
        )
        print(words.format(n=number(count), file=arguments.file.name))
    return 0


def _say(check: "FiscalCheck") -> None:
    from storedesk.documents import fiscal_words  # noqa: PLC0415 a second of start-up time

    if check.fault:
        words = fiscal_words.fault_words(check.fault, spoken, spoken.moment, number)
        print(harmless(words))
        return
    words = plural(
        "{n} fiscal record is as it was written.",
        "All {n} fiscal records are as they were written.",
        check.total_rows,
    )  # fmt: skip
    print(words.format(n=number(check.total_rows)))
    if check.signed and check.unsigned:
        left = plural("{n} is not signed yet.", "{n} are not signed yet.", check.unsigned)
        print(left.format(n=number(check.unsigned)))
    elif check.signed:
        print(tr("All are signed."))
    for head in check.newest:
        print(harmless(fiscal_words.head_words(head, spoken, spoken.moment, number)))


def _add_scope(parser: ArgumentParser) -> None:
    add_store(parser)
    parser.add_argument(
        "--register", metavar=tr("NAME"),
        help=tr("only the records of this register; - is the office"),
    )  # fmt: skip
    parser.add_argument(
        "--from", dest="first", type=_day, metavar=tr("DAY"),
        help=tr("only from this day on, such as 2026-12-31, by the store's calendar"),
    )  # fmt: skip
    parser.add_argument("--to", dest="last", type=_day, metavar=tr("DAY"),
                        help=tr("only until this day, which is included"))  # fmt: skip


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        words = tr("“{day}” is no day such as 2026-12-31")
        raise ArgumentTypeError(words.format(day=harmless(typed))) from error


def _scope(store: "Database", arguments: Namespace) -> "FiscalScope":
    """Return which records are meant. Refused: fiscal_chain_not_found."""
    from storedesk import queries  # noqa: PLC0415 a second of start-up time
    from storedesk.documents import moments  # noqa: PLC0415
    from storedesk.domain.fiscal import FiscalScope  # noqa: PLC0415
    from storedesk.domain.periods import instants  # noqa: PLC0415

    with store.reading() as session:
        chains = queries.fiscal.chains(session)
        zone = moments.zone(queries.store_settings.settings(session).time_zone)
    wanted = None if arguments.register == OFFICE else arguments.register
    meant = [one.id for one in chains if one.register == wanted]
    if arguments.register is not None and not meant:
        raise Refused("fiscal_chain_not_found", register=arguments.register)
    first, last = arguments.first, arguments.last
    after = last + timedelta(days=1) if last and last < date.max else None
    return FiscalScope(
        chain=meant[0] if arguments.register is not None else None,
        since=instants(first, first, zone)[0] if first else None,
        until=instants(after, after, zone)[0] if after else None,
    )
