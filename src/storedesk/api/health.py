"""What the page of health asks of the database, and what it has written down."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import BigInteger, Text, literal
from sqlalchemy.dialects.postgresql import ARRAY

from storedesk.domain.health import HealthFigures
from storedesk.persistence.decode.answer import Answer, nothing
from storedesk.persistence.decode.health import broken_by, health_figures
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def health() -> Command[HealthFigures]:
    """Return the figures of the server and of the store; nothing is changed."""
    return func.api.health(type_=Answer(health_figures))


def check_rule(rule: str) -> Command[tuple[str, ...]]:
    """Return the first ids that break one rule, none where it holds; nothing is changed.

    Refuses: rule_not_found.
    """
    return func.api.check_rule(rule, type_=Answer(broken_by))


def note_check(request: UUID, *, broken: Sequence[str]) -> Command[None]:
    """Write down that every rule was checked; `broken` names those that do not hold."""
    return func.api.note_check(request, literal(list(broken), ARRAY(Text())), type_=Answer(nothing))


def note_backup(request: UUID, *, size: int, is_encrypted: bool) -> Command[None]:
    """Write down that the store was saved: in how many bytes, and whether it is encrypted."""
    return func.api.note_backup(
        request, literal(size, BigInteger()), is_encrypted, type_=Answer(nothing)
    )
