"""Make the demo store: the same products, people and days each time, in seconds."""

import logging
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TypeAlias
from uuid import UUID

from storedesk.adapters.files.demo_pictures import draw
from storedesk.documents import moments
from storedesk.domain.demo.history import Cast, History
from storedesk.domain.demo.logins import DemoLogin
from storedesk.domain.demo.people import STAFF, customers
from storedesk.domain.demo.products import DemoProduct, products
from storedesk.domain.demo.store import SEED, SETTINGS, DemoSize, made_id
from storedesk.domain.importing.category_paths import CategoryPaths
from storedesk.domain.refusals.errors import Refused
from storedesk.persistence.demo import customer_rows
from storedesk.persistence.demo import store_rows as store
from storedesk.persistence.engine.database import Database, Session
from storedesk.persistence.schema.migrations import make_database

Progress: TypeAlias = Callable[[float], object]
"""Called with the share of the work that is done, from 0 to 1."""

log = logging.getLogger("storedesk.demo")
ANSWERED = {"store_not_empty", "demo_needs_cents", "login_taken"}
"""Refusals that whoever asked for a demo can act on."""
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that cannot be confused."""
BASKETS = 12
"""Customers who have left something in the web shop's basket."""
AGE = timedelta(days=60)
"""How long the store had its products before the first day of the history."""


def make_demo(
    dsn: str,
    *,
    today: date | None = None,
    progress: Progress = lambda _: None,
    size: DemoSize | None = None,
) -> tuple[DemoLogin, ...]:
    """Make the database that `dsn` names, whose login is a superuser there, and fill it.

    Refused: what make_database refuses, and what `fill` does.
    """
    make_database(dsn, SETTINGS)
    return fill(dsn, today=today, progress=progress, size=size)


def fill(
    dsn: str,
    *,
    today: date | None = None,
    progress: Progress = lambda _: None,
    size: DemoSize | None = None,
) -> tuple[DemoLogin, ...]:
    """Fill an empty store with demo data, whole or not at all; it is a demo store then.

    The days of the history end before `today`, which is the store's own. Its currency and time
    zone stay. Returns the logins, whose passwords are new each time and kept nowhere.
    Refused: store_not_empty, demo_needs_cents, login_taken, demo_not_made.
    """
    database = Database(dsn)
    try:
        with _explained(), database.editing() as session:
            logins = _fill(session, today, progress, size or DemoSize())
        with database.editing() as session:
            store.settle(session)
    finally:
        database.close()
    progress(1.0)
    return logins


@contextmanager
def _explained() -> Iterator[None]:
    """Pass on refusals that a person can act on, and log all others as demo_not_made."""
    try:
        yield
    except Refused as refusal:
        if refusal.code in ANSWERED:
            raise
        log.info("the demo store was not made: %r", refusal)
        raise Refused("demo_not_made") from refusal


def _fill(
    session: Session, asked: date | None, progress: Progress, size: DemoSize
) -> tuple[DemoLogin, ...]:
    chance = Random(SEED)  # noqa: S311 - a story, not a secret
    store.prepare(session)
    currency, zone_name = store.become_demo(session)
    zone = moments.zone(zone_name)
    today = asked or datetime.now(zone).date()
    born = datetime.combine(today - timedelta(days=size.days) - AGE, time(15))
    logins, staff = _hire(session, born)
    stock = products(chance, size.products)
    taxes = _tax(session, chance, today)
    _shelve(session, chance, stock, taxes, currency=currency, at=born)
    people = customers(chance, size.customers, today.year)
    customer_rows.welcome(session, people, born, [made_id(chance) for _ in people])
    tills = [made_id(chance) for _ in range(size.registers - 1)]
    progress(0.1)
    cast = Cast(
        products=stock,
        customers=people,
        cashiers=staff["cashier"],
        clerk=staff["clerk"][0],
        manager=staff["manager"][0],
        registers=store.open_registers(session, tills),
    )
    history = History(chance, cast, size, today, zone)
    days = history.days()
    for number, events in enumerate(days, 1):
        store.play(session, events)
        progress(0.1 + 0.85 * number / len(days))
    store.send_mail(session, history.end - timedelta(hours=3))
    undecided = [one for one in people if one.has_account][:BASKETS]
    customer_rows.fill_baskets(session, undecided, history.end)
    return logins


def _hire(session: Session, at: datetime) -> tuple[tuple[DemoLogin, ...], dict[str, list[UUID]]]:
    """Add the staff; return their logins, and their ids by group."""
    prefix = store.database_name(session)
    logins: list[DemoLogin] = []
    staff: dict[str, list[UUID]] = {}
    for short, name, role in STAFF:
        login = DemoLogin(f"{prefix}_{short}", role, name, _password())
        made = store.hire(session, login, at)
        staff.setdefault(role, []).append(made)
        logins.append(login)
    return tuple(logins), staff


def _tax(session: Session, chance: Random, today: date) -> dict[str, UUID]:
    """Set the rates beside the usual one: of groceries, and of meals, which have risen lately."""
    taxes = {"Groceries": made_id(chance), "Prepared food": made_id(chance)}
    store.set_taxes(session, taxes, [
        _rate(taxes["Groceries"], date(2000, 1, 1), "Groceries, exempt", "0"),
        _rate(taxes["Prepared food"], date(2000, 1, 1), "Meals tax", "0.07000"),
        _rate(taxes["Prepared food"], today - timedelta(days=40), "Meals tax", "0.08000"),
    ])  # fmt: skip
    return taxes


def _shelve(  # noqa: PLR0913 - all that stands on the shelves
    session: Session,
    chance: Random,
    stock: Sequence[DemoProduct],
    taxes: dict[str, UUID],
    *,
    currency: str,
    at: datetime,
) -> None:
    drawn = {p.id: draw(p.leaf.shape, p.leaf.path[0], p.tint) for p in stock}
    single = {picture.sha256: picture for picture in drawn.values()}
    kept = [(name, picture.media_type, picture.content) for name, picture in single.items()]
    store.keep_pictures(session, kept)
    shown = {product: (picture.url, made_id(chance)) for product, picture in drawn.items()}
    places = CategoryPaths((), lambda: made_id(chance))
    store.shelve(
        session,
        stock,
        places=places,
        taxes=taxes,
        pictures=shown,
        currency=currency,
        at=at,
    )


def _rate(tax_class: UUID, since: date, name: str, rate: str) -> dict[str, object]:
    return {"tax_class_id": tax_class, "valid_from": since, "name": name, "rate": rate}


def _password() -> str:
    """Make a password that can be typed: three groups of five."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(5)) for _ in range(3))
