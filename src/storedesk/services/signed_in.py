"""Let a person in to a store, note it in the history of sign-ins, and let them out again."""

import logging
import re
import socket
from dataclasses import dataclass
from uuid import UUID, uuid4

from storedesk import __version__, api
from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.sign_ins import SignInKind, Station
from storedesk.domain.staff import Me
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import Register
from storedesk.persistence.engine import transport
from storedesk.persistence.engine.database import Database
from storedesk.services.administration import known_of, refuse_other
from storedesk.services.desk import Desk
from storedesk.settings import Profile

log = logging.getLogger(__name__)
ODD = re.compile(r"[^A-Za-z0-9._-]+")
"""What the name of a computer does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """A person who is signed in to a store."""

    desk: Desk
    dsn: str
    me: Me
    store: StoreSettings
    registers: tuple[Register, ...]
    sign_in: UUID
    """The entry of the history that says so."""


def station_of(profile: Profile) -> Station:
    """Return where this program stands: the computer, the register, the version."""
    name = ODD.sub("-", socket.gethostname())[:100]
    register = profile.preferences().register
    return Station(workstation=name, register_id=register, program=__version__)


def enter(dsn: str, at: Station, *, is_shared: bool) -> SignedIn:
    """Let in whoever `dsn` names, and note it. Refused: store_older, store_newer, store_missing."""
    database, sign_in = Database(dsn), uuid4()
    try:
        with database.reading() as session:
            found = known_of(session, sign_in, at)
            if is_shared:
                transport.refuse_pooled(session, dsn, found.process)
            refuse_other(found.state)
    except BaseException:
        database.close()
        raise
    desk = Desk(database)
    desk.read_apart_from(found.store.replica)
    return SignedIn(
        desk=desk, dsn=dsn, me=found.me, store=found.store, registers=found.registers,
        sign_in=sign_in,
    )  # fmt: skip


def sign_out(entered: SignedIn, at: Station) -> None:
    """Finish what runs, note that the person has signed out, and close all connections.

    Where the database does not answer it is not noted: nobody waits for that.
    """
    entered.desk.finish()
    out = api.sign_ins.note_sign_in(
        uuid4(), kind=SignInKind.SIGN_OUT, sign_in=entered.sign_in, at=at
    )
    try:
        entered.desk.database.call(out)
    except StoreError as failure:
        log.warning("a sign-out was not noted: %s", failure)
    finally:
        entered.desk.close()
