"""What the program does in the database of its own accord, as the store's system login."""

from typing import Any

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.persistence.database import Command


def purge() -> Command[dict[str, Any]]:
    """Clear away old requests and quotes that expired; answers how many of each."""
    return func.api.purge(type_=JSONB())
