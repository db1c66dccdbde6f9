"""What a person is shown of a backup, and of the store that was restored from it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """A backup in a file or folder that a person has named."""

    file: Path
    store: str
    """The name of its database; "" where the file was renamed."""
    taken_at: datetime | None
    """With a zone; None where the file was renamed."""
    size: int
    """Bytes."""
    is_encrypted: bool


@dataclass(frozen=True, slots=True)
class StoreContents:
    """What a store holds."""

    name: str
    products: int
    customers: int
    orders: int
    newest_order_at: datetime | None
    """UTC without zone; None before the first one."""


@dataclass(frozen=True, slots=True)
class RestoredStore:
    """A store that was restored on this computer."""

    contents: StoreContents
    people: int
    """How many people may sign in."""
    taken_at: datetime | None
    """When its backup was made, with a zone; None where the file was renamed."""
