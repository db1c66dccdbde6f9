"""Make, fill and check a store that a connection string names."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from storedesk import queries
from storedesk.domain.clock import ClockState
from storedesk.domain.demo.logins import DemoLogin
from storedesk.domain.logins import LEAST_LETTERS, checked_login
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.sign_ins import Station
from storedesk.domain.store import checked_rules
from storedesk.domain.workspace import NewStore
from storedesk.persistence.engine import transport
from storedesk.persistence.engine.database import Database, Session
from storedesk.persistence.schema import health, migrations, service_accounts
from storedesk.persistence.schema.invariants import Broken
from storedesk.persistence.schema.migrations import SchemaState
from storedesk.queries.entering import Entered
from storedesk.services import maintenance

T = TypeVar("T")
PROGRAMS = {"webshop": "Web shop", "mailer": "Mailer", "backup": "Backup"}
"""The groups of programs, and how their logins are named in lists of who did what."""


def found(dsn: str, new: NewStore) -> None:
    """Make the store that `dsn` names, whose login is a superuser there, with its first person.

    A store that was made and then got no person, because something was wrong with them, gets one.
    Refused: password_short, store_exists, and what the database says of store and person.
    """
    acceptable(new)
    named = transport.checked(dsn)
    try:
        migrations.make_database(named, new.settings)
    except Refused as refusal:
        if refusal.code != "store_exists" or asked(named, queries.staff.list_staff):
            raise
    migrations.make_person(named, new.login, new.display_name, new.password)


def acceptable(new: NewStore) -> NewStore:
    """Return the options of the import, if it can begin.

    Refused: password_short, bad_login, unknown_time_zone, unknown_currency.
    """
    if len(new.password) < LEAST_LETTERS:
        raise Refused("password_short", least=LEAST_LETTERS)
    checked_login(new.login)
    checked_rules(new.settings)
    return new


def take_on(dsn: str, login: str, name: str, groups: Sequence[str], password: str) -> None:
    """Make somebody's login; `dsn` is a superuser's.

    Refused: password_short, bad_login, login_taken, bad_groups, name_missing, store_older,
    store_newer, store_missing.
    """
    if len(password) < LEAST_LETTERS:
        raise Refused("password_short", least=LEAST_LETTERS)
    named = transport.checked(dsn)
    asked(named, fits)
    migrations.make_person(named, checked_login(login), name, password, groups)


def let_program_in(dsn: str, login: str, team: str, password: str) -> bool:
    """Make a login of the group webshop or mailer, or change its password; True if it is new.

    The login for backups is made with the store, without a password: it is given one here.
    Refused: password_short, login_taken, bad_login, backup_login.
    """
    if len(password) < LEAST_LETTERS:
        raise Refused("password_short", least=LEAST_LETTERS)
    named = transport.checked(dsn)
    asked(named, fits)
    return service_accounts.let_in(named, login, PROGRAMS[team], team, password)


def fill_with_demo(dsn: str, progress: Callable[[float], object]) -> tuple[DemoLogin, ...]:
    """Fill the store that `dsn` names, made if need be, with demo data.

    A store that is there already keeps its currency and time zone.
    Refused: store_older, store_newer, store_not_empty, demo_needs_cents, login_taken,
    demo_not_made.
    """
    from storedesk.services import demo  # noqa: PLC0415 - slow to import, and rarely needed

    named = transport.checked(dsn)
    try:
        return demo.make_demo(named, progress=progress)
    except Refused as refusal:
        if refusal.code != "store_exists":
            raise
    asked(named, fits)
    return demo.fill(named, progress=progress)


def maintain(dsn: str) -> dict[str, int]:
    """Cancel orders that were not paid in time, and delete what has expired; return the counts.

    Refused: clock_doubted. Not allowed to anyone but the store's system login.
    """
    return maintenance.maintain(transport.checked(dsn))


def upgrade(dsn: str) -> None:
    """Upgrade the store that `dsn` names to this program, as its owner or a superuser.

    Refused: store_newer, store_missing.
    """
    migrations.upgrade(transport.checked(dsn))


def clock_state(dsn: str) -> ClockState:
    """Return what the store's owner knows of its clock."""
    return asked(transport.checked(dsn), queries.clock.state)


def check(dsn: str, report: Callable[[float], object] | None = None) -> list[Broken]:
    """List the rules that do not hold in the store that `dsn` names; `report` hears how far it is.

    Refused: store_older, store_newer, store_missing; not allowed to who may not see everything.
    """
    named = transport.checked(dsn)
    asked(named, fits)
    return health.check(named, report)


def is_current(dsn: str) -> bool:
    """Tell whether tables, commands and rights of a store are exactly those of this program."""
    return asked(dsn, lambda session: migrations.is_current(session.connection()))


def has_nobody(dsn: str) -> bool:
    """Tell whether a store was made without its first person."""
    return not asked(dsn, queries.staff.list_staff)


def known_of(session: Session, sign_in: UUID, at: Station) -> Entered:
    """Ask all that a sign-in needs at once; where that fails, whether the tables are to blame."""
    try:
        return queries.entering.entered(session, sign_in, at)
    except Exception:
        fits(session)
        raise


def fits(session: Session) -> None:
    """Refuse other tables than this program's: store_older, store_newer, store_missing."""
    refuse_other(migrations.schema_state(session.connection()))


def refuse_other(state: SchemaState) -> None:
    """Refuse tables that do not go with this program: store_older, store_newer, store_missing."""
    if state is not SchemaState.FITS:
        raise Refused(f"store_{state.value}")


def asked(dsn: str, question: Callable[[Session], T]) -> T:
    """Ask a store something, as the login of `dsn`."""
    database = Database(dsn, pool_size=1)
    try:
        with database.reading_as_one() as session:
            return question(session)
    finally:
        database.close()
