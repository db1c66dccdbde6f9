"""Questions about the journal: the list of its entries, those of one record, and who wrote them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    Text,
    Uuid,
    and_,
    any_,
    bindparam,
    cast,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session, aliased

from storedesk import api
from storedesk.domain.journal import ENTITIES, JournalKind, JournalLine, entry_key
from storedesk.domain.seals import SealCheck
from storedesk.domain.values.folding import forms
from storedesk.persistence.engine.lists import as_written, in_order, key_vector
from storedesk.persistence.engine.search import mentions
from storedesk.persistence.rows import (
    AuditEventRow,
    CustomerRow,
    OrderRow,
    OrderStepRow,
    ProductRow,
    RegisterRow,
    StaffRow,
    TillSessionRow,
)

ROW = AuditEventRow
AUTHOR, PERSON = aliased(StaffRow), aliased(StaffRow)
OF_PRODUCTS, OF_PEOPLE = ("product", "inventory"), ("staff", "session")
OF_CUSTOMERS = ENTITIES[JournalKind.CUSTOMER]
NUMBER = ROW.id.expression
KEY = cast(
    func.lpad(func.to_hex(NUMBER), as_written(32), literal("0", literal_execute=True)), Uuid()
)
"""The number of an entry as a key of 16 bytes."""
MOST_OF_ONE = 200
"""So many entries of one record are shown, the newest."""


def entry_keys(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    kind: JournalKind | None = None,
    login: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    sort: str = "at",
    descending: bool = True,
) -> bytes:
    """Return the keys of all entries that match, in the order of writing, 16 bytes each.

    `search` is words of person, workstation, product, order or a value; `login` who wrote them;
    from `since` on and before `until`, UTC without zone.
    """
    del sort  # there is one order
    query = _narrowed(select(KEY), search, kind, login, since, until)
    return key_vector(session, query.order_by(NUMBER.desc() if descending else NUMBER))


def first_entries(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    kind: JournalKind | None = None,
    login: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    sort: str = "at",
    descending: bool = True,
    limit: int = 100,
) -> list[JournalLine]:
    """Return the first of the list whose keys `entry_keys` returns."""
    del sort
    chosen = _narrowed(select(NUMBER.label("number")), search, kind, login, since, until)
    order = NUMBER.desc() if descending else NUMBER
    first = chosen.order_by(order).limit(as_written(limit)).scalar_subquery()
    query = _lines().where(any_(func.array(first)) == NUMBER).order_by(order)
    return [_line(*row) for row in session.execute(query)]


def entries(session: Session, ids: Sequence[UUID]) -> list[JournalLine]:
    """Return entries in the order of their keys."""
    wanted = bindparam("numbers", type_=ARRAY(BigInteger()))
    rows = session.execute(
        _lines().where(any_(wanted) == NUMBER), {"numbers": [key.int for key in ids]}
    )
    lines = [_line(*row) for row in rows]
    return in_order(ids, {line.id: line for line in lines})


def entries_of(session: Session, *, kind: JournalKind, record_id: UUID | None) -> list[JournalLine]:
    """Return what happened to one record, the newest first; of an order also its steps.

    Without a record it is what happened to all of the kind.
    """
    kinds = (kind, JournalKind.STOCK) if kind is JournalKind.PRODUCT else (kind,)
    query = _lines().where(or_(*map(_is_of, kinds)))
    if record_id is not None:
        query = query.where(ROW.entity_id == record_id)
    newest = query.order_by(NUMBER.desc()).limit(as_written(MOST_OF_ONE))
    lines = [_line(*row) for row in session.execute(newest)]
    if kind is JournalKind.ORDER and record_id is not None:
        lines += _steps(session, record_id)
        lines.sort(key=lambda line: line.at, reverse=True)
    return lines


def _steps(session: Session, order_id: UUID) -> list[JournalLine]:
    """Return the steps of an order as entries: from which state to which."""
    query = (
        select(OrderStepRow, AUTHOR.display_name, OrderRow.order_number)
        .join(OrderRow, OrderRow.id == OrderStepRow.order_id)
        .outerjoin(AUTHOR, AUTHOR.id == OrderStepRow.actor_id)
        .where(OrderStepRow.order_id == order_id)
    )
    return [
        JournalLine(
            id=row.id, number=row.order_version, at=row.created_at, who=who or "", workstation="",
            action="step", entity="order", record_id=order_id, subject=number,
            old={"status": row.from_status} if row.from_status else None,
            new={"status": row.to_status, "note": row.note},
        )
        for row, who, number in session.execute(query)
    ]  # fmt: skip


def authors(session: Session) -> list[tuple[str, str]]:
    """Return who may have written entries: login and name, by name."""
    query = select(StaffRow.login, StaffRow.display_name)
    return [(login, name) for login, name in session.execute(query.order_by(StaffRow.display_name))]


def verified(session: Session, *, after: int) -> SealCheck:
    """Compute the seals after one again, some at a time."""
    check: SealCheck = session.execute(select(api.seals.verify_seals(after).function)).scalar_one()
    return check


def _is_of(kind: JournalKind) -> ColumnElement[bool]:
    return ROW.entity.in_([literal(one, Text()) for one in ENTITIES[kind]])


def _narrowed(  # noqa: PLR0913, PLR0917 as its callers
    query: Select[Any],
    search: str,
    kind: JournalKind | None,
    login: str | None,
    since: datetime | None,
    until: datetime | None,
) -> Select[Any]:
    conditions: list[ColumnElement[bool]] = []
    if kind is not None:
        conditions.append(_is_of(kind))
    if login is not None:
        conditions.append(ROW.login == login)
    if since is not None:
        conditions.append(ROW.created_at >= since)
    if until is not None:
        conditions.append(ROW.created_at < until)
    if search.strip():
        words = [word for word in search.split() if forms(word)]
        conditions += [literal(bool(forms(search))), *map(_mentioned, words)]
    return query.where(*conditions)


def _mentioned(word: str) -> ColumnElement[bool]:
    """Say that an entry has a word, or whoever wrote it or what it is about is named by it.

    Names are looked through once, not entry by entry.
    """
    own = mentions(
        word, ROW.login, ROW.workstation, ROW.action, ROW.entity, cast(ROW.old, Text()),
        cast(ROW.new, Text()),
    )  # fmt: skip
    customer, shift = (CustomerRow.first_name, CustomerRow.last_name), TillSessionRow
    shifts = select(shift.id).join(RegisterRow, RegisterRow.id == shift.register_id)
    subjects = (
        (OF_PRODUCTS, select(ProductRow.id), (ProductRow.name,)),
        (("order",), select(OrderRow.id), (OrderRow.order_number,)),
        (OF_CUSTOMERS, select(CustomerRow.id), customer),
        (("till_session",), shifts, (RegisterRow.name,)),
        (("register",), select(RegisterRow.id), (RegisterRow.name,)),
        (OF_PEOPLE, select(StaffRow.id), (StaffRow.display_name,)),
    )
    return or_(
        ROW.login.in_(select(StaffRow.login).where(*mentions(word, StaffRow.display_name))),
        *(
            _entity(*names) & ROW.entity_id.in_(query.where(*mentions(word, *places)))
            for names, query, places in subjects
        ),
        and_(*own),
    )


def _entity(*names: str) -> ColumnElement[bool]:
    return ROW.entity.in_([literal(one, Text()) for one in names])


def _joined(query: Select[Any]) -> Select[Any]:
    """Join who wrote an entry, and what it is about."""
    of_product = (ROW.entity_id == ProductRow.id) & _entity(*OF_PRODUCTS)
    of_order = (ROW.entity_id == OrderRow.id) & _entity("order")
    of_customer = (ROW.entity_id == CustomerRow.id) & _entity(*OF_CUSTOMERS)
    of_shift = (ROW.entity_id == TillSessionRow.id) & _entity("till_session")
    of_register = (
        (RegisterRow.id == TillSessionRow.register_id)
        | ((ROW.entity_id == RegisterRow.id) & _entity("register"))
    )  # fmt: skip
    return (
        query.select_from(ROW)
        .outerjoin(AUTHOR, AUTHOR.login == ROW.login)
        .outerjoin(ProductRow, of_product)
        .outerjoin(OrderRow, of_order)
        .outerjoin(CustomerRow, of_customer)
        .outerjoin(TillSessionRow, of_shift)
        .outerjoin(RegisterRow, of_register)
        .outerjoin(PERSON, (ROW.entity_id == PERSON.id) & _entity(*OF_PEOPLE))
    )


SUBJECT = func.coalesce(
    ProductRow.name,
    OrderRow.order_number,
    CustomerRow.first_name + " " + CustomerRow.last_name,
    RegisterRow.name,
    PERSON.display_name,
    "",
    type_=Text(),
)
"""What an entry is about, by its name of today."""


def _lines() -> Select[Any]:
    return _joined(
        select(
            ROW.id,
            ROW.created_at,
            func.coalesce(AUTHOR.display_name, ROW.login),
            func.coalesce(ROW.workstation, ""),
            ROW.action,
            ROW.entity,
            ROW.entity_id,
            SUBJECT,
            ROW.old,
            ROW.new,
        )
    )


def _line(number: int, *rest: Any) -> JournalLine:
    return JournalLine(entry_key(number), number, *rest)
