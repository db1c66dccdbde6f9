"""What was written down for the manager: a list of several sources, and what was signed off."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVarTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    DateTime,
    FromClause,
    Integer,
    Numeric,
    Select,
    Text,
    Uuid,
    any_,
    bindparam,
    column,
    func,
    literal,
    select,
    table,
    true,
)
from sqlalchemy.orm import Session, aliased

from storedesk.domain.exceptions import ExceptionCounts, ExceptionKind, ExceptionLine
from storedesk.persistence.engine.lists import as_written, in_order, key_vector, led_by, ordered
from storedesk.persistence.engine.search import mentions
from storedesk.persistence.rows import ExceptionSignoffRow, OrderRow, RegisterRow, StaffRow

VIEW = table(
    "exceptions",
    column("kind", Text()), column("id", Uuid()), column("created_at", DateTime()),
    column("staff_id", Uuid()), column("approved_by", Uuid()), column("register_id", Uuid()),
    column("order_id", Uuid()), column("product_id", Uuid()), column("subject", Text()),
    column("remark", Text()), column("amount", Numeric()), column("pieces", Integer()),
    schema="storedesk",
)  # fmt: skip
"""All of them, by whatever they were written down."""
KEY = VIEW.c.id
Ts = TypeVarTuple("Ts")
WHO, APPROVER, SIGNER = aliased(StaffRow), aliased(StaffRow), aliased(StaffRow)
SORTS: Mapping[str, tuple[ColumnElement[Any], ...]] = MappingProxyType(
    {
        "at": (VIEW.c.created_at, KEY),
        "amount": (VIEW.c.amount, VIEW.c.created_at, KEY),
        "kind": (VIEW.c.kind, VIEW.c.created_at, KEY),
        "who": (WHO.display_name.expression, VIEW.c.created_at, KEY),
    }
)
"""What the list may be sorted by; every order ends with a key."""


def exception_keys(
    session: Session,
    *,
    search: str = "",
    is_signed: bool | None = None,
    sort: str = "at",
    descending: bool = True,
) -> bytes:
    """Return the ids of all that match, in order, 16 bytes each.

    `search` is words of product, order, reason or person; `is_signed` None is for all. Sorted by
    at, amount, kind or who.
    """
    query = _from(select(KEY)).where(*_wanted(search, is_signed))
    return key_vector(session, ordered(query, SORTS[sort], descending=descending))


def first_exceptions(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    is_signed: bool | None = None,
    sort: str = "at",
    descending: bool = True,
    limit: int = 100,
) -> list[ExceptionLine]:
    """Return the first of the list whose keys `exception_keys` returns."""
    keys = _from(select(KEY.label("key"))).where(*_wanted(search, is_signed))
    first, by = led_by(keys, SORTS[sort], limit, descending=descending)
    of_key = select(VIEW).where(first.c.key == KEY).offset(as_written(0)).lateral()  # one by one
    query = _lines(of_key, first.join(of_key, true())).order_by(*by)
    return [_line(*row) for row in session.execute(query)]


def exception_lines(session: Session, ids: Sequence[UUID]) -> list[ExceptionLine]:
    """Return exceptions in the order of `ids`."""
    query = _lines().where(any_(bindparam("ids")) == KEY)
    rows = session.execute(query, {"ids": list(ids)})
    return in_order(ids, {row[0]: _line(*row) for row in rows})


def counts(session: Session) -> ExceptionCounts:
    """Count those that are to be signed off and those that were."""
    is_open = ExceptionSignoffRow.id.is_(None)
    given = func.sum(VIEW.c.amount).filter(is_open, VIEW.c.amount < 0)
    query = _signed(
        select(
            func.count().filter(is_open),
            func.count().filter(~is_open),
            func.coalesce(given, literal(Decimal("0.00"), Numeric())),
        )
    )
    return ExceptionCounts(*session.execute(query).one())


def waiting_count(session: Session) -> int:
    """Count those that are to be signed off."""
    query = _signed(select(func.count())).where(ExceptionSignoffRow.id.is_(None))
    return session.scalar(query) or 0


def _signed(query: Select[*Ts], view: FromClause = VIEW, source: FromClause = VIEW) -> Select[*Ts]:
    """Join who has signed off to exceptions: those of `view`, which stands in `source`."""
    joined = source.outerjoin(ExceptionSignoffRow, ExceptionSignoffRow.id == view.c.id)
    return query.select_from(joined)


def _from(query: Select[*Ts], view: FromClause = VIEW, source: FromClause = VIEW) -> Select[*Ts]:
    """Join what a list is also sorted by and searched in."""
    return (
        _signed(query, view, source)
        .outerjoin(WHO, view.c.staff_id == WHO.id)
        .outerjoin(OrderRow, view.c.order_id == OrderRow.id)
    )


def _lines(view: FromClause = VIEW, source: FromClause = VIEW) -> Select[*tuple[Any, ...]]:
    query = select(
        view.c.id,
        view.c.kind,
        view.c.created_at,
        func.coalesce(WHO.display_name, ""),
        func.coalesce(APPROVER.display_name, ""),
        func.coalesce(RegisterRow.name, ""),
        view.c.order_id,
        func.coalesce(OrderRow.order_number, ""),
        view.c.product_id,
        func.coalesce(view.c.subject, ""),
        func.coalesce(view.c.remark, ""),
        view.c.amount,
        view.c.pieces,
        func.coalesce(SIGNER.display_name, ""),
        ExceptionSignoffRow.signed_at,
        func.coalesce(ExceptionSignoffRow.note, ""),
    )
    return (
        _from(query, view, source)
        .outerjoin(APPROVER, view.c.approved_by == APPROVER.id)
        .outerjoin(RegisterRow, view.c.register_id == RegisterRow.id)
        .outerjoin(SIGNER, SIGNER.id == ExceptionSignoffRow.signed_by)
    )


def _wanted(search: str, is_signed: bool | None) -> list[ColumnElement[bool]]:  # noqa: FBT001
    conditions: list[ColumnElement[bool]] = []
    if is_signed is not None:
        conditions.append(ExceptionSignoffRow.id.is_not(None) == literal(is_signed))
    if search.strip():
        places = (VIEW.c.subject, VIEW.c.remark, OrderRow.order_number, WHO.display_name)
        conditions += mentions(search, *places)
    return conditions


def _line(key: UUID, kind: str, *rest: Any) -> ExceptionLine:
    return ExceptionLine(key, ExceptionKind(kind), *rest)
