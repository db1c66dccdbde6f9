"""Opening the store that a command is about, as the member of staff who runs it."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from storedesk.cli.terminal import ask_password
from storedesk.domain.refusals.errors import Refused
from storedesk.settings import Profile, StoreKind

if TYPE_CHECKING:  # a second of start-up time
    from storedesk.persistence.engine.database import Database


def add_store(parser: ArgumentParser) -> None:
    """Add the option that names a store."""
    parser.add_argument("--dsn", help="the store's database; without it, the one on this computer")


def profile_of(arguments: Namespace) -> Profile:
    """Return the profile that is meant; say so where its settings could not be read."""
    profile = Profile(arguments.profile)
    profile.preferences()
    for spoiled in profile.untold():
        print(spoiled.sentence(), file=sys.stderr)
    return profile


@contextmanager
def opened_store(arguments: Namespace) -> "Iterator[Database]":
    """Open the store that is meant, as the member of staff who is."""
    if arguments.dsn:
        with _named_store(arguments.dsn) as database:
            yield database
        return
    from storedesk.services.workspace import Premises  # noqa: PLC0415

    profile = profile_of(arguments)
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
    from storedesk.persistence.engine import transport  # noqa: PLC0415
    from storedesk.persistence.engine.database import Database  # noqa: PLC0415
    from storedesk.services import administration  # noqa: PLC0415

    checked = transport.checked(dsn)
    if transport.needs_password(checked):
        password = ask_password(f"Password for {transport.login_of(checked)}", "PGPASSWORD")
        checked = transport.with_password(checked, password)
    database = Database(checked, pool_size=1)
    try:
        with database.reading() as session:
            transport.refuse_pooled(session, checked)
            administration.fits(session)
        yield database
    finally:
        database.close()
