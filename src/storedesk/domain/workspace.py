"""Define what making a store takes, and how its progress is reported."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from storedesk.domain.store import StoreSettings


class WorkspaceStep(StrEnum):
    """What is being done while a person waits for a store."""

    SERVER = "server"
    TABLES = "tables"
    PERSON = "person"
    GOODS = "goods"
    CHECK = "check"
    """Of the backup that is to be restored."""
    BACKUP = "backup"
    NEWER = "newer"
    """The data of the store goes to a newer version of the database."""


Report: TypeAlias = Callable[[WorkspaceStep, float], object]
"""Called with the current step and the share of it that is done, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStore:
    """A store that is to be made, and its first person."""

    settings: StoreSettings
    login: str
    display_name: str
    password: str
