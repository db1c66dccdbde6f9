"""Define the journal: who changed what, when, where, from what to what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID


class JournalKind(StrEnum):
    """What an entry is about."""

    PRODUCT = "product"
    STOCK = "stock"
    ORDER = "order"
    CUSTOMER = "customer"
    SHIFT = "shift"
    SETTING = "setting"
    PERSON = "person"
    EMAIL = "email"
    STORE = "store"
    """Imports, backups and checks."""


ENTITIES: Mapping[JournalKind, tuple[str, ...]] = MappingProxyType({
    JournalKind.PRODUCT: ("product", "category", "promotion"),
    JournalKind.STOCK: ("inventory", "stock_import"),
    JournalKind.ORDER: ("order", "sale", "exception", "terminal_payment", "open_return"),
    JournalKind.CUSTOMER: (
        "customer", "address", "payment_method", "details", "verification", "password_reset",
    ),
    JournalKind.SHIFT: ("till_session",),
    JournalKind.SETTING: ("store", "register", "limit", "tax_class", "quick_keys"),
    JournalKind.PERSON: ("staff", "session", "approval"),
    JournalKind.EMAIL: ("email",),
    JournalKind.STORE: ("past_import", "rules", "backup"),
})  # fmt: skip
"""The entities of the audit trail that each kind has."""

PAGES: Mapping[str, str] = MappingProxyType({
    "product": "products", "inventory": "products", "order": "orders", "customer": "customers",
    "address": "customers", "payment_method": "customers", "details": "customers",
    "verification": "customers", "password_reset": "customers", "till_session": "shifts",
    "staff": "people", "session": "people", "email": "outbox", "store": "settings",
    "register": "settings", "limit": "settings", "tax_class": "settings",
})  # fmt: skip
"""The page on which the record of an entity is found."""


@dataclass(frozen=True, slots=True)
class JournalLine:
    """An entry of the journal."""

    id: UUID
    """Made of its number."""
    number: int
    at: datetime
    """UTC without zone."""
    who: str
    """The name of the person; of nobody who works here, the login."""
    workstation: str
    action: str
    entity: str
    record_id: UUID | None
    subject: str
    """The product, the number of the order, the person: what it is about."""
    old: Any = None
    new: Any = None

    @property
    def page(self) -> str:
        """Return the page that shows its record, "" where none does."""
        return PAGES.get(self.entity, "")


def entry_key(number: int) -> UUID:
    """Return the key of an entry by its number."""
    return UUID(int=number)
