"""Makes the demo store: the same goods, people and days each time, in seconds."""

import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

from storedesk.adapters.demo_pictures import draw
from storedesk.domain.category_paths import CategoryPaths
from storedesk.domain.demo import SEED, SETTINGS, DemoLogin, DemoSize, made_id
from storedesk.domain.demo_goods import DemoProduct, goods
from storedesk.domain.demo_history import Cast, History
from storedesk.domain.demo_people import STAFF, customers
from storedesk.persistence import demo as store
from storedesk.persistence import demo_customers
from storedesk.persistence.database import Database, Session
from storedesk.persistence.migrations import make_database

Progress: TypeAlias = Callable[[float], object]
"""Is told which share of the work is done, from 0 to 1."""

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that nobody takes for another."""
BASKETS = 12
"""Customers who have left something in the web shop's basket."""
AGE = timedelta(days=60)
"""How long the store had its goods before the first day that is told of."""


def make_demo(
    dsn: str, *, today: date, progress: Progress = lambda _: None, size: DemoSize | None = None
) -> tuple[DemoLogin, ...]:
    """Make the database that `dsn` names, whose login is a superuser there, and fill it.

    Refused: what make_database refuses, login_taken.
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
    """Fill an empty store, which becomes a demo store by that, whole or not at all.

    The days that are told of end before `today`. Returns the logins, whose passwords are new each
    time and kept nowhere. Refused: login_taken.
    """
    until = today or datetime.now(UTC).date()
    database = Database(dsn)
    try:
        with database.editing() as session:
            logins = _fill(session, until, progress, size or DemoSize())
        with database.editing() as session:
            store.settle(session)
    finally:
        database.close()
    progress(1.0)
    return logins


def _fill(
    session: Session, today: date, progress: Progress, size: DemoSize
) -> tuple[DemoLogin, ...]:
    chance = Random(SEED)  # noqa: S311 - a story, not a secret
    born = datetime.combine(today - timedelta(days=size.days) - AGE, time(15))
    store.prepare(session)
    store.become_demo(session, SETTINGS)
    logins, staff = _hire(session, born)
    stock = goods(chance, size.products)
    _shelve(session, chance, stock, today, born)
    people = customers(chance, size.customers)
    demo_customers.welcome(session, people, born, [made_id(chance) for _ in people])
    tills = [made_id(chance) for _ in range(size.registers - 1)]
    progress(0.1)
    cast = Cast(
        goods=stock,
        customers=people,
        cashiers=staff["cashier"],
        clerk=staff["clerk"][0],
        manager=staff["manager"][0],
        registers=store.open_registers(session, tills),
    )
    days = History(chance, cast, size, today, ZoneInfo(SETTINGS.time_zone)).days()
    for number, events in enumerate(days, 1):
        store.play(session, events)
        progress(0.1 + 0.85 * number / len(days))
    store.send_mail(session, datetime.combine(today, time()) - timedelta(hours=3))
    undecided = [one for one in people if one.has_account][:BASKETS]
    demo_customers.fill_baskets(session, undecided, datetime.combine(today, time()))
    return logins


def _hire(session: Session, at: datetime) -> tuple[tuple[DemoLogin, ...], dict[str, list[UUID]]]:
    """Take everybody on; return their logins, and their ids by group."""
    prefix = store.database_name(session)
    logins: list[DemoLogin] = []
    staff: dict[str, list[UUID]] = {}
    for short, name, role in STAFF:
        login = DemoLogin(f"{prefix}_{short}", role, name, _password())
        made = store.hire(session, login, at)
        staff.setdefault(role, []).append(made)
        logins.append(login)
    return tuple(logins), staff


def _shelve(
    session: Session, chance: Random, stock: Sequence[DemoProduct], today: date, born: datetime
) -> None:
    taxes = {"Groceries": made_id(chance), "Prepared food": made_id(chance)}
    store.set_taxes(session, taxes, [
        _rate(taxes["Groceries"], date(2000, 1, 1), "Groceries, exempt", "0"),
        _rate(taxes["Prepared food"], date(2000, 1, 1), "Meals tax", "0.07000"),
        _rate(taxes["Prepared food"], today - timedelta(days=40), "Meals tax", "0.08000"),
    ])  # fmt: skip
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
        currency=SETTINGS.currency,
        at=born,
    )


def _rate(tax_class: UUID, since: date, name: str, rate: str) -> dict[str, object]:
    return {"tax_class_id": tax_class, "valid_from": since, "name": name, "rate": rate}


def _password() -> str:
    """Make a password that can be typed: three groups of five."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(5)) for _ in range(3))
