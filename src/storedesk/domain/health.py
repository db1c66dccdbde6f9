"""Define the figures of the page of health, and which of them ask for somebody's help."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LITTLE_SPACE = 2 * 10**9
"""Bytes free on the disk of the data: below this there is little left."""
FEW_CONNECTIONS = 0.9
"""The share of the connections that may be in use."""
FULL_QUEUE = 0.5
"""How full the queue of change notices may be: from there on windows are not told of changes."""
FAR_BEHIND = 60
"""Seconds by which a replica may be behind."""
OLD_BACKUP = timedelta(days=2)
LONG_WAIT = timedelta(hours=1)
"""How long an e-mail may wait: failed tries are repeated for about an hour."""
LONG_AGO = timedelta(days=31)
"""After how long the rules should be checked again."""
CLOCKS_APART = timedelta(minutes=2)
"""How far the clocks of this computer and of the database may differ."""


@dataclass(frozen=True, slots=True)
class StoreRule:
    """A rule that the store's data keeps, by its name in invariants.sql."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A rule that does not hold, and the first rows that break it."""

    rule: StoreRule
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RulesCheck:
    """A check of every rule: when, by whose login, and the names of those that did not hold."""

    at: datetime
    login: str
    broken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedNote:
    """A backup that somebody has made by the window."""

    at: datetime
    login: str


@dataclass(frozen=True, slots=True)
class Replica:
    """A server that copies this one; None where the server does not know."""

    name: str
    state: str
    behind_bytes: int | None
    behind_seconds: int | None


@dataclass(frozen=True, slots=True)
class LockHolder:
    """A session that has kept a transaction open for some seconds, and may keep others waiting."""

    login: str
    seconds: int
    kept_waiting: int | None
    """Seconds for which somebody has been waiting for it; None where nobody does."""


@dataclass(frozen=True, slots=True)
class MailFigures:
    """How many e-mails wait and have failed, and since when the oldest waits."""

    waiting: int
    failed: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthFigures:
    """What the database says of itself. Instants are UTC without zone."""

    now: datetime
    server: str
    """The version of PostgreSQL."""
    revision: str
    """The version of the store's tables."""
    database_bytes: int
    settings: Mapping[str, str]
    """fsync, full_page_writes and synchronous_commit."""
    connections: int
    most_connections: int
    notices: float
    """How full the queue of change notices is, from 0 to 1."""
    replicas: tuple[Replica, ...]
    holders: tuple[LockHolder, ...]
    rules: tuple[StoreRule, ...]
    checked: RulesCheck | None
    saved: SavedNote | None


@dataclass(frozen=True, slots=True)
class Health:
    """The figures of the database, and of the e-mails where they may be seen."""

    figures: HealthFigures
    mails: MailFigures | None
    names: Mapping[str, str]
    """Of the people who work here, by their logins."""

    def name_of(self, login: str) -> str:
        """Return how somebody is called; of a login that is nobody's, the login."""
        return self.names.get(login, login)


class Area(StrEnum):
    """What a rule is about: the sections of invariants.sql."""

    STOCK = "stock"
    ORDERS = "orders"
    BASKETS = "baskets"
    CATALOG = "catalog"
    CUSTOMERS = "customers"
    EMAILS = "emails"
    SHIFTS = "shifts"
    STORE = "store"


AREAS: Mapping[Area, str] = {
    Area.STOCK: "I01-I15 I65 I70 S31 S32 S61",
    Area.ORDERS: "I16-I27 I47 I56 I58-I64 S07 S08 S11 S44 S60",
    Area.BASKETS: "I28-I33 S01-S03 S45",
    Area.CATALOG: "I34-I40 I69 S04 S05 S62",
    Area.CUSTOMERS: "I41-I46 I71 S12",
    Area.EMAILS: "I48-I55",
    Area.SHIFTS: "I66-I68 S06 S50-S53",
}
"""The rules of each area, by name; any other is about the store as a whole."""


def area_of(rule: str) -> Area:
    """Return what a rule is about."""
    for area, spans in AREAS.items():
        for span in spans.split():
            first, _, last = span.partition("-")
            if first <= rule <= (last or first):
                return area
    return Area.STORE


RECORDS: Mapping[str, str] = {
    "orders": "I13 I16 I18 I19 I20 I21 I23 I24 I25 I26 I58 I60 I63 S07 S11",
    "products": "I04 I05 I06 I15 I34 I36 I38 S04 S61",
    "customers": "I42 I43 I44 S12",
}
"""The rules whose first id is that of an order, a product or a customer, by the page's key."""


def record_page(rule: str) -> str:
    """Return the key of the page that shows what breaks a rule; "" where there is none."""
    return next((page for page, rules in RECORDS.items() if rule in rules.split()), "")
