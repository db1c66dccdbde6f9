"""Run the `storedesk` command: open the window, or do one thing for an administrator.

Exit codes: 0 done, 1 refused (a sentence on standard error), 2 wrong usage.
"""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from storedesk import __version__
from storedesk.cli import window
from storedesk.cli.ending import Ended, ending_in_order
from storedesk.cli.grammar import Grammar, translated
from storedesk.cli.language import spoken, tr
from storedesk.cli.terminal import harmless, harmless_streams
from storedesk.domain.refusals.errors import Refused, StoreError

REFUSED = 1
NOBODY_READS = 141


def run(words: Sequence[str]) -> int:
    """Run the command line `words`, and return the exit code."""
    with harmless_streams(), translated():
        return _run(words)


def _run(words: Sequence[str]) -> int:
    made = window_parser()
    if not is_for_window(words):
        add_commands(made)
    arguments = made.parse_args(words)
    try:
        with ending_in_order():
            code: int = arguments.run(arguments)
            if sys.stdout:  # there is none behind a window of Windows
                sys.stdout.flush()
    except StoreError as refusal:
        print(harmless(refusal.sentence(spoken)), file=sys.stderr)
        return REFUSED
    except Ended as ended:
        return ended.code
    except BrokenPipeError:  # the rest of the output is dropped silently
        _say_nothing_more()
        return NOBODY_READS
    except OSError as error:  # a full disk, behind standard output or elsewhere
        where = f"{error.filename}: " if error.filename else ""
        refused = Refused("system_refuses", what=f"{where}{error.strerror or error}")
        print(harmless(refused.sentence(spoken)), file=sys.stderr)
        _say_nothing_more()
        return REFUSED
    return code


def _say_nothing_more() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_for_window(words: Sequence[str]) -> bool:
    """Tell whether nothing but the window is asked for: then no command is imported."""
    return not words or (words[0] == "--profile" and len(words) == 2)  # noqa: PLR2004 a folder


def parser() -> ArgumentParser:
    """Make the grammar of the command line."""
    made = window_parser()
    add_commands(made)
    return made


def window_parser() -> ArgumentParser:
    """Make the grammar of what opens the window."""
    made = Grammar(
        prog="storedesk", description=tr("Point of sale and store manager."), allow_abbrev=False
    )
    made.add_argument(
        "--version",
        action="version",
        version=f"storedesk {__version__}",
        help=tr("show program's version number and exit"),
    )
    made.add_argument(
        "--profile",
        type=Path,
        metavar=tr("DIR"),
        help=tr("keep settings and the store of this computer in DIR; each DIR has its own window"),
    )
    made.set_defaults(run=window.open_window)
    return made


def add_commands(made: ArgumentParser) -> None:
    """Add the commands, each of which brings what it works with."""
    from storedesk.cli import backup, catalog, database, fiscal, mailer, printing, server, tour  # noqa: PLC0415

    commands = made.add_subparsers(title=tr("commands"), metavar=tr("COMMAND"))
    database.add_to(commands)
    backup.add_to(commands)
    server.add_to(commands)
    catalog.add_to(commands)
    fiscal.add_to(commands)
    mailer.add_to(commands)
    tour.add_to(commands)
    printing.add_to(commands)
