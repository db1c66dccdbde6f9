"""Check the rules of a store one after the other, on a connection of their own."""

from collections.abc import Callable, Sequence

from storedesk import queries
from storedesk.domain.health import BrokenRule, StoreRule
from storedesk.domain.refusals.errors import Unavailable
from storedesk.persistence.engine.database import Database, Ticket, unhurried

__all__ = ["Ticket", "check_rules"]

LONGEST = 600
"""Seconds that a rule may take: of a large store some take longer than any other question."""


def check_rules(
    dsn: str, rules: Sequence[StoreRule], report: Callable[[int], object], ticket: Ticket
) -> list[BrokenRule]:
    """List the rules that do not hold; `report` hears how many were asked.

    The connection only reads, and each rule is a transaction of its own, so that nobody waits for
    it and no old rows are kept for it. Where `ticket` is canceled, the server drops the rule that
    it is at, and what was found until then is returned. Not found: rule_not_found.
    """
    database, found = Database(unhurried(dsn, LONGEST), pool_size=1), []
    try:
        for done, rule in enumerate(rules):
            if ticket.is_cancelled:
                break
            report(done)
            with database.reading(ticket) as session:
                ids = queries.health.broken_by(session, rule=rule.name)
            if ids:
                found.append(BrokenRule(rule, ids))
    except Unavailable:
        if not ticket.is_cancelled:
            raise
    finally:
        database.close()
    return found
