"""Run `storedesk server`: set up a server that several computers share, or move a store to it."""

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from pathlib import Path

from storedesk.cli.database import add_settings, read_settings, say_limits
from storedesk.cli.progress import TerminalProgress
from storedesk.cli.terminal import ask_new_password
from storedesk.domain.logins import LEAST_LETTERS
from storedesk.domain.server_setup import MOST_TILLS, SetupChange
from storedesk.domain.workspace import NewStore

DATABASE = "shop"
WORDS = {
    SetupChange.STARTED: ("Started PostgreSQL {0}.", "start PostgreSQL {0}"),
    SetupChange.CHECKSUMS: (
        "Added checksums to {0}.",
        "add checksums to {0}; the server stops meanwhile",
    ),
    SetupChange.AUTHORITY: (
        "Made a certificate authority, {0}.",
        "make a certificate authority, {0}",
    ),
    SetupChange.CERTIFICATE: ("Made the server's certificate, {0}.", "make a certificate, {0}"),
    SetupChange.SETTINGS: ("Wrote the settings, {0}.", "write the settings, {0}"),
    SetupChange.RULES: ("Wrote the access rules, {0}.", "write the access rules, {0}"),
    SetupChange.RESTARTED: ("Restarted PostgreSQL {0}.", "restart PostgreSQL {0}"),
    SetupChange.STORE: ("Made the store {0}.", "make the store {0}"),
    SetupChange.MOVED: (
        "Moved the store to {0}: every table was compared. The old one is closed.",
        "move the store to {0}, compare every table, and close the old one",
    ),
    SetupChange.UPGRADED: ("Upgraded the store {0}.", "upgrade the store {0}"),
    SetupChange.JOIN_FILE: ("Wrote the join file, {0}.", "write the join file, {0}"),
}
"""The text for a change that was made, and for one that would be made."""


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `server setup` to the grammar."""
    group = commands.add_parser("server", help="set up a server that several computers share")
    group.set_defaults(run=lambda _: group.error("say what: setup"))
    made = group.add_subparsers(title="commands", metavar="COMMAND")
    parser = made.add_parser(
        "setup",
        help="certificates, settings, rules, the store and the join file, on Debian's PostgreSQL",
        description="Run it as root, or as the server's account. What is done already stays as it"
        " is, and options that were chosen before need not be given again.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--host",
        action="append",
        metavar="NAME",
        help="name or address at which tills reach the server; the first goes into the join file",
    )
    parser.add_argument("--database", default=DATABASE, metavar="NAME", help=f"now: {DATABASE}")
    parser.add_argument(
        "--from", dest="staff_from", action="append", metavar="NETWORK",
        help="networks of the tills, such as 192.168.1.0/24; default: every network of the server",
    )  # fmt: skip
    parser.add_argument(
        "--services-from", action="append", metavar="NETWORK",
        help="networks of web shop, mailer and backup; default: the server itself",
    )  # fmt: skip
    parser.add_argument("--listen", metavar="ADDRESS", help="listen on this address only")
    parser.add_argument("--tills", type=_tills, metavar="N", help="how many; default 25")
    parser.add_argument("--cluster", default="", metavar="NAME", help="which one, such as 15/main")
    parser.add_argument("--keep-in", type=Path, metavar="DIR", help="where certificates are kept")
    parser.add_argument(
        "--join-file",
        type=Path,
        metavar="FILE",
        help="where to write it; default: DATABASE.storedesk",
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would be done")
    _add_store(parser)
    parser.set_defaults(run=set_up)


def set_up(arguments: Namespace) -> int:
    """Set the server up, and print what was changed."""
    from storedesk.services import server_setup  # noqa: PLC0415 a second of start-up time

    is_changed: list[SetupChange] = []
    database = arguments.database
    with TerminalProgress("Setting up the server") as progress:

        def report(change: SetupChange, where: str) -> None:
            done, planned = WORDS[change]
            would = planned.format(where)
            with progress.aside():
                print(f"Would {would}." if arguments.dry_run else done.format(where), flush=True)
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
        print("Everything is as it should be; nothing was changed.")
    elif not arguments.dry_run:
        print(f"The store {database} is served at {address.host}, port {address.port}.")
    return 0


def _add_store(parser: ArgumentParser) -> None:
    store = parser.add_argument_group("the store, if there is none yet")
    one = store.add_mutually_exclusive_group()
    one.add_argument(
        "--owner",
        metavar="LOGIN",
        help="make a new one: its first person; STOREDESK_PASSWORD, or asked for",
    )
    one.add_argument(
        "--move-from",
        type=Path,
        metavar="PROFILE",
        help="move the store of this computer here: the profile folder of whoever opens it",
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
        raise ArgumentTypeError(f"{typed!r} is no number from 1 to {MOST_TILLS}")
    return int(typed)
