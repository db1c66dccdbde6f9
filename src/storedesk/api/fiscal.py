"""Fiscal records: computed again, and read for a file."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Uuid, literal
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def fiscal_chains() -> Command[list[dict[str, Any]]]:
    """List the chains: [{chain, register, first_at, last_at, records}]."""
    return func.api.fiscal_chains(type_=JSONB())


def verify_fiscal_records(chain: UUID | None = None, after: int = 0) -> Command[dict[str, Any]]:
    """Compute the records after one of a chain again, some at a time; nothing is changed.

    Begins without a chain, and goes on with the `chain` and `until` of the answer until that says
    `is_done`.
    """
    return func.api.verify_fiscal_records(
        literal(chain, Uuid()), literal(after, BigInteger()), type_=JSONB()
    )


def fiscal_lines(
    chain: UUID, after: int, since: datetime | None = None, until: datetime | None = None
) -> Command[list[dict[str, Any]]]:
    """Read up to 2,000 records of a chain after one, booked from `since` on and before `until`.

    Instants are UTC without zone. The records are as docs/fiscal-export.md has them.

    Refuses: bad_instant.
    """
    return func.api.fiscal_lines(
        chain, literal(after, BigInteger()), literal(since, DateTime()), literal(until, DateTime()),
        type_=JSONB(),
    )  # fmt: skip
