"""Say what an import does to the stock of known products: what is to be set, and what was not."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from storedesk.domain.importing.file import FileCatalog
from storedesk.domain.refusals.errors import Refused, Translate

BATCH = 500
"""Products whose stock one transaction sets: a till waits for that many at most."""


@dataclass(frozen=True, slots=True)
class StockImport:
    """An import whose stock is being set."""

    id: UUID
    waiting: int
    """Products that are still to be set."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """An earlier import of the same files that was interrupted, and will be gone on with."""

    begun_at: datetime
    waiting: int


@dataclass(frozen=True, slots=True)
class StockSet:
    """What a batch came to."""

    set: int
    waiting: int


class WhyUnset(StrEnum):
    """Why the stock of a product was left as it is."""

    MOVED = "moved"
    """Somebody sold, received or set some since the dry run."""
    DELETED = "deleted"
    PROMISED = "promised"
    """More is reserved for orders than the file says there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unset:
    """A product whose stock was left as it is."""

    product_id: UUID
    code: str
    name: str
    seen: int
    """On hand when somebody looked."""
    level: int
    """What the file says."""
    now: int
    reserved: int
    why: WhyUnset

    def sentence(self, translate: Translate = str) -> str:
        """Say why, and what is there now."""
        return Refused(
            f"import_stock_{self.why}",
            name=self.name, seen=self.seen, level=self.level, now=self.now, reserved=self.reserved,
        ).sentence(translate)  # fmt: skip


def files_key(catalog: FileCatalog) -> str:
    """Return what tells files from others by the stock that they say: the same again, the same."""
    key = hashlib.sha256()
    for product in catalog.products:
        if product.stock is not None:
            key.update(f"{product.reference}\0{product.stock}\0".encode())
    return f"{catalog.source}:{key.hexdigest()}"
