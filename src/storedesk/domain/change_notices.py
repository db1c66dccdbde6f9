"""What other windows, tills and the web shop have changed, as it is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import UUID

Rows: TypeAlias = frozenset[UUID] | None
"""The ids of the rows of a table that have changed; None: any of them."""


@dataclass(frozen=True, slots=True)
class ChangeNotice:
    """What a transaction has changed."""

    tables: Mapping[str, Rows]
    register: UUID | None = None
    """The register whose sale on the screen is all that it is about; None: it concerns anybody."""
    sender: int = field(default=0, compare=False)
    """The process of the server whose transaction it was; 0: none."""


EVERY_TABLE = "*"
ANYTHING = ChangeNotice({EVERY_TABLE: None})
"""All may have changed: the connection is new, messages were left out, or not understood."""
