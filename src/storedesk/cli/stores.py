"""Open the store that a command is about, as the staff member who runs it."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from storedesk.cli.language import spoken, tr
from storedesk.cli.terminal import ask_password
from storedesk.domain.refusals.errors import Refused
from storedesk.settings import Profile, StoreKind

if TYPE_CHECKING:  # a second of start-up time
    from storedesk.services.desk import Database


def add_store(parser: ArgumentParser) -> None:
    """Add the option that names a store."""
    parser.add_argument(
        "--dsn", help=tr("the store's database; without it, the one on this computer")
    )


def profile_of(arguments: Namespace) -> Profile:
    """Return the chosen profile; print a warning if its settings could not be read."""
    profile = Profile(arguments.profile)
    profile.preferences()
    for spoiled in profile.take_unreported():
        print(spoiled.sentence(spoken), file=sys.stderr)
    return profile


@contextmanager
def opened_store(arguments: Namespace) -> "Iterator[Database]":
    """Open the chosen store as a staff member, whose password may be asked for."""
    if arguments.dsn:
        from storedesk.services import named_store  # noqa: PLC0415

        with named_store.opened(arguments.dsn, ask_password_of) as database:
            yield database
        return
    from storedesk.services.workspace import Workspace  # noqa: PLC0415

    profile = profile_of(arguments)
    chosen = profile.preferences()
    if chosen.store is None:
        raise Refused("no_store_here")
    login = os.environ.get("PGUSER") or chosen.login
    workspace = Workspace(profile)
    try:
        workspace.open()
        is_shared = chosen.store is StoreKind.SHARED
        words = tr("Password for {login} at the shared store") if is_shared else _asking()
        password = ask_password(words.format(login=login), "PGPASSWORD")
        entered = workspace.sign_in(login, password)
        try:
            yield entered.desk.database
        finally:
            entered.desk.close()
    finally:
        workspace.leave()


def ask_password_of(login: str) -> str:
    """Ask for the password of a login; PGPASSWORD goes before."""
    return ask_password(_asking().format(login=login), "PGPASSWORD")


def _asking() -> str:
    return tr("Password for {login}")
