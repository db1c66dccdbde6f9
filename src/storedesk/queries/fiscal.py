"""Ask about fiscal records: which chains there are, whether they hold, and what is exported."""

from typing import Any

from sqlalchemy import select

from storedesk import api
from storedesk.domain.fiscal import FiscalChain, FiscalCheck, FiscalScope
from storedesk.persistence.engine.database import Session

BATCH = 2000
"""Records that are read for a file at once: see api.fiscal_lines."""


def chains(session: Session) -> list[FiscalChain]:
    """List the chains, by the names of their registers; the office comes last."""
    found: list[FiscalChain] = session.execute(
        select(api.fiscal.fiscal_chains().function)
    ).scalar_one()
    return found


def verified(
    session: Session, *, scope: FiscalScope, after: FiscalCheck | None = None
) -> FiscalCheck:
    """Compute the records after those of an earlier answer again, some at a time."""
    chain, number = (after.chain, after.until) if after else (None, 0)
    command = api.fiscal.verify_fiscal_records(chain, number, scope.chain, scope.since, scope.until)
    check: FiscalCheck = session.execute(select(command.function)).scalar_one()
    return check


def lines(
    session: Session, *, chain: FiscalChain, after: int, scope: FiscalScope
) -> list[dict[str, Any]]:
    """Read the next records of a chain for a file, at most BATCH; none at its end."""
    command = api.fiscal.fiscal_lines(chain.id, after, scope.since, scope.until)
    read: list[dict[str, Any]] = session.execute(select(command.function)).scalar_one()
    return read
