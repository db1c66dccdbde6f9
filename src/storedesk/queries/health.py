"""What the page of health asks: figures of the server and the store, and of e-mails."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, any_, func, literal, select, union
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from storedesk import api
from storedesk.domain.health import Health, HealthFigures, MailFigures
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import CustomerRow, EmailRow, StaffRow
from storedesk.queries.email_lists import FAILED, WAITING


def health(session: Session, *, with_mails: bool) -> Health:
    """Return the figures of health; those of e-mails for whoever may see them (`with_mails`)."""
    parts = (FIGURES, PEOPLE, *((WAITS, FAILED) if with_mails else ()))
    (figures,), people, *mails = together(session, *parts)
    if not mails:
        return Health(figures, None, dict(people))
    ((waiting, oldest),), (failed,) = mails
    return Health(figures, MailFigures(waiting, failed, oldest), dict(people))


def broken_by(session: Session, *, rule: str) -> tuple[str, ...]:
    """Return the first ids that break one rule, none where it holds. Not found: rule_not_found."""
    found: tuple[str, ...] = session.execute(
        select(api.health.check_rule(rule).function)
    ).scalar_one()
    return found


def names_among(session: Session, *, words: Sequence[str]) -> set[str]:
    """Return those of some words, in small letters, that name a customer or somebody of staff."""
    wanted = literal(list(words), ARRAY(Text()))
    parts = union(
        _words(CustomerRow.first_name + " " + CustomerRow.last_name),
        _words(StaffRow.display_name + " " + StaffRow.login),
    ).subquery()
    return set(session.scalars(select(parts.c.word).where(parts.c.word == any_(wanted))))


def _words(text: ColumnElement[str]) -> Select[str]:
    return select(func.regexp_split_to_table(func.lower(text), "[^[:alpha:]]+").label("word"))


def _figures() -> Select[HealthFigures]:
    return select(api.health.health().function)


def _waits() -> Select[*tuple[Any, ...]]:
    waiting = EmailRow.status.in_([literal(one, Text()) for one in WAITING])
    return select(func.count(), func.min(EmailRow.created_at)).where(waiting)


FIGURES = Part(_figures)
PEOPLE = Part(lambda: select(StaffRow.login, StaffRow.display_name))
WAITS = Part(_waits)
