"""Run `storedesk server`: set up a server that several computers share, or move a store to it."""

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from pathlib import Path

from storedesk.cli.database import add_settings, read_settings, say_limits
from storedesk.cli.language import tr
from storedesk.cli.progress import TerminalProgress
from storedesk.cli.terminal import ask_new_password
from storedesk.domain.logins import LEAST_LETTERS
from storedesk.domain.server_setup import MOST_TILLS, SetupChange
from storedesk.domain.workspace import NewStore

DATABASE = "shop"


def done_words(change: SetupChange) -> str:
    """Return the text for a change that was made; {where} is what was changed."""
    return {
        SetupChange.STARTED: tr("Started PostgreSQL {where}."),
        SetupChange.CHECKSUMS: tr("Added checksums to {where}."),
        SetupChange.AUTHORITY: tr("Made a certificate authority, {where}."),
        SetupChange.CERTIFICATE: tr("Made the server's certificate, {where}."),
        SetupChange.SETTINGS: tr("Wrote the settings, {where}."),
        SetupChange.RULES: tr("Wrote the access rules, {where}."),
        SetupChange.RESTARTED: tr("Restarted PostgreSQL {where}."),
        SetupChange.STORE: tr("Made the store {where}."),
        SetupChange.MOVED: tr(
            "Moved the store to {where}: every table was compared. The old one is closed."
        ),
        SetupChange.UPGRADED: tr("Upgraded the store {where}."),
        SetupChange.JOIN_FILE: tr("Wrote the join file, {where}."),
    }[change]


def planned_words(change: SetupChange) -> str:
    """Return the text for a change that would be made."""
    return {
        SetupChange.STARTED: tr("Would start PostgreSQL {where}."),
        SetupChange.CHECKSUMS: tr("Would add checksums to {where}; the server stops meanwhile."),
        SetupChange.AUTHORITY: tr("Would make a certificate authority, {where}."),
        SetupChange.CERTIFICATE: tr("Would make a certificate, {where}."),
        SetupChange.SETTINGS: tr("Would write the settings, {where}."),
        SetupChange.RULES: tr("Would write the access rules, {where}."),
        SetupChange.RESTARTED: tr("Would restart PostgreSQL {where}."),
        SetupChange.STORE: tr("Would make the store {where}."),
        SetupChange.MOVED: tr(
            "Would move the store to {where}, compare every table, and close the old one."
        ),
        SetupChange.UPGRADED: tr("Would upgrade the store {where}."),
        SetupChange.JOIN_FILE: tr("Would write the join file, {where}."),
    }[change]


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `server setup` to the grammar."""
    group = commands.add_parser("server", help=tr("set up a server that several computers share"))
    group.set_defaults(run=lambda _: group.error(tr("say what: {names}").format(names="setup")))
    made = group.add_subparsers(title=tr("commands"), metavar=tr("COMMAND"))
    parser = made.add_parser(
        "setup",
        help=tr(
            "certificates, settings, rules, the store and the join file, on Debian's PostgreSQL"
        ),
        description=tr(
            "Run it as root, or as the server's account. What is done already stays as it is, and"
            " options that were chosen before need not be given again."
        ),
        allow_abbrev=False,
    )
    _add_network(parser)
    _add_cluster(parser)
    _add_store(parser)
    parser.set_defaults(run=set_up)


def _add_network(parser: ArgumentParser) -> None:
    """Add the options that say who reaches the server, and how."""
    parser.add_argument(
        "--host",
        action="append",
        metavar=tr("NAME"),
        help=tr(
            "name or address at which tills reach the server; the first goes into the join file"
        ),
    )
    parser.add_argument(
        "--database",
        default=DATABASE,
        metavar=tr("NAME"),
        help=tr("now: {name}").format(name=DATABASE),
    )
    parser.add_argument(
        "--from",
        dest="staff_from",
        action="append",
        metavar=tr("NETWORK"),
        help=tr(
            "networks of the tills, such as 192.168.1.0/24; default: every network of the server"
        ),
    )
    parser.add_argument(
        "--services-from",
        action="append",
        metavar=tr("NETWORK"),
        help=tr("networks of web shop, mailer and backup; default: the server itself"),
    )
    parser.add_argument("--listen", metavar=tr("ADDRESS"), help=tr("listen on this address only"))


def _add_cluster(parser: ArgumentParser) -> None:
    """Add the options for the server itself, and for the files that are written."""
    parser.add_argument("--tills", type=_tills, metavar="N", help=tr("how many; default 25"))
    parser.add_argument(
        "--cluster", default="", metavar=tr("NAME"), help=tr("which one, such as 15/main")
    )
    parser.add_argument(
        "--keep-in", type=Path, metavar=tr("DIR"), help=tr("where certificates are kept")
    )
    parser.add_argument(
        "--join-file",
        type=Path,
        metavar=tr("FILE"),
        help=tr("where to write it; default: DATABASE.storedesk"),
    )
    parser.add_argument("--dry-run", action="store_true", help=tr("show what would be done"))


def set_up(arguments: Namespace) -> int:
    """Set the server up, and print what was changed."""
    from storedesk.services import server_setup  # noqa: PLC0415 a second of start-up time

    is_changed: list[SetupChange] = []
    database = arguments.database
    with TerminalProgress(tr("Setting up the server")) as progress:

        def report(change: SetupChange, where: str) -> None:
            words = planned_words(change) if arguments.dry_run else done_words(change)
            with progress.aside():
                print(words.format(where=where), flush=True)
            is_changed.append(change)

        def new() -> NewStore:
            with progress.aside():
                return _new_store(arguments)

        wanted = server_setup.SetupOptions(
            database=database,
            hosts=_several(arguments.host),
            staff_from=_several(arguments.staff_from),
            services_from=_several(arguments.services_from),
            listen=arguments.listen,
            tills=arguments.tills,
            server=arguments.cluster,
            folder=arguments.keep_in,
            new=new if arguments.owner else None,
            move_from=arguments.move_from,
            join_file=arguments.join_file or Path(f"{database}.storedesk"),
        )
        address = server_setup.set_up(wanted, report, is_dry=arguments.dry_run)
    if not is_changed:
        print(tr("Everything is as it should be; nothing was changed."))
    elif not arguments.dry_run:
        words = tr("The store {store} is served at {host}, port {port}.")
        print(words.format(store=database, host=address.host, port=address.port))
    return 0


def _add_store(parser: ArgumentParser) -> None:
    store = parser.add_argument_group(tr("the store, if there is none yet"))
    one = store.add_mutually_exclusive_group()
    one.add_argument(
        "--owner",
        metavar=tr("LOGIN"),
        help=tr("make a new one: its first person; STOREDESK_PASSWORD, or asked for"),
    )
    one.add_argument(
        "--move-from",
        type=Path,
        metavar=tr("PROFILE"),
        help=tr("move the store of this computer here: the profile folder of whoever opens it"),
    )
    add_settings(store)


def _new_store(arguments: Namespace) -> NewStore:
    """Describe the store to be made; a dry run asks for no password, but reads a given one."""
    if arguments.dry_run:
        password = os.environ.get("STOREDESK_PASSWORD", "x" * LEAST_LETTERS)
    else:
        password = ask_new_password(arguments.owner)
    settings = read_settings(arguments)
    say_limits(settings)
    return NewStore(
        settings=settings,
        login=arguments.owner,
        display_name=arguments.owner,
        password=password,
    )


def _several(given: list[str] | None) -> tuple[str, ...] | None:
    return tuple(given) if given else None


def _tills(typed: str) -> int:
    if not typed.isascii() or not typed.isdecimal() or not 0 < int(typed) <= MOST_TILLS:
        words = tr("{typed} is not a number from 1 to {most}")
        raise ArgumentTypeError(words.format(typed=repr(typed), most=MOST_TILLS))
    return int(typed)
