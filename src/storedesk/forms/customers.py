"""What staff write down about customers: rows, and the calls for what rows are not enough for."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storedesk.domain.customers import (
    Address,
    CustomerForm,
)
from storedesk.domain.refusals.errors import Conflict, NotAllowed, NotFound
from storedesk.persistence.engine.together import KEY, Part, together
from storedesk.persistence.rows import AddressRow, CustomerDetailsRow, CustomerRow
from storedesk.queries.customer_details import ADDRESSES, CARD, address_of
from storedesk.queries.customer_lists import shown_email

COLUMNS = {"recipient": "recipient_name"}
"""Fields of an address whose columns are called otherwise."""


def form(session: Session, key: UUID) -> CustomerForm:
    """Return what a person edits of a customer.

    As of one moment, since it is saved over the version that was read.
    """
    found, (may_change_email,) = together(session, CARD, MAY_CHANGE_EMAIL, key=key)
    if not found:
        raise NotFound("customer_not_found")
    (row, details, _), *_ = found
    return CustomerForm(
        id=key,
        version=row.version,
        fields=_fields(row, details),
        may_change_email=may_change_email,
    )


def add(
    session: Session, fields: Mapping[str, str], address: Mapping[str, str] | None = None
) -> UUID:
    """Write down a new customer, with an address where there is one; return her id."""
    key = uuid4()
    session.add(
        CustomerRow(
            id=key,
            email=fields.get("email", ""),
            first_name=fields["first_name"],
            last_name=fields["last_name"],
        )
    )
    session.flush()
    _keep_details(session, key, fields)
    if address:
        session.add(AddressRow(customer_id=key, is_default=True, **_columns(address)))
    session.flush()
    return key


def save(session: Session, key: UUID, *, seen: int, fields: Mapping[str, str]) -> None:
    """Change a customer as a form says that saw version `seen`; Conflict if there is another."""
    row = hold(session, key, seen=seen)
    were = _fields(row, session.get(CustomerDetailsRow, key))
    if fields["email"] != were["email"]:
        if not _may_change_email(session):
            raise NotAllowed("email_needs_manager")
        row.email = fields["email"]
    row.first_name, row.last_name = fields["first_name"], fields["last_name"]
    session.flush()
    _keep_details(session, key, fields)


def save_address(
    session: Session, key: UUID, address: UUID | None, *, seen: int, fields: Mapping[str, str]
) -> UUID:
    """Change an address, or add one (None); Conflict if the customer has another version."""
    hold(session, key, seen=seen)
    if address is None:
        row = AddressRow(id=uuid4(), customer_id=key, is_default=False, **_columns(fields))
        session.add(row)
        session.flush()
        return row.id
    known = session.get(AddressRow, address)
    if known is None or known.customer_id != key:
        raise NotFound("address_not_found")
    for column, value in _columns(fields).items():
        setattr(known, column, value)
    session.flush()
    return known.id


def address_form(session: Session, key: UUID, address: UUID | None) -> tuple[int, Address | None]:
    """Return a customer's version, and an address of hers; None where it is not there.

    As of one moment, since it is saved over that version.
    """
    versions, rows = together(session, VERSION, ADDRESSES, key=key)
    if not versions:
        raise NotFound("customer_not_found")
    known = {one.id: one for one in map(address_of, rows)}
    return versions[0], known.get(address) if address else None


def hold(session: Session, key: UUID, *, seen: int) -> CustomerRow:
    """Hold a customer until the transaction ends: whoever changes a part of her does so first."""
    row = session.get(CustomerRow, key, with_for_update={"key_share": True})
    if row is None:
        raise NotFound("customer_not_found")
    if row.version != seen:
        raise Conflict("changed_meanwhile")
    return row


def _fields(row: Any, details: Any) -> dict[str, str]:
    return {
        "first_name": row.first_name,
        "last_name": row.last_name,
        "email": shown_email(row.email) or "",
        "phone": (details.phone if details else None) or "",
        "note": (details.note if details else None) or "",
    }


def _keep_details(session: Session, key: UUID, fields: Mapping[str, str]) -> None:
    phone, note = fields.get("phone") or None, fields.get("note") or None
    details = session.get(CustomerDetailsRow, key)
    if details is None and (phone or note):
        session.add(CustomerDetailsRow(customer_id=key, phone=phone, note=note))
    elif details is not None:
        details.phone, details.note = phone, note
    session.flush()


def _columns(fields: Mapping[str, str]) -> dict[str, str]:
    return {COLUMNS.get(field, field): value for field, value in fields.items()}


def _may_change_email(session: Session) -> bool:
    ((found,),) = together(session, MAY_CHANGE_EMAIL)
    return bool(found)


MAY_CHANGE_EMAIL = Part(
    lambda: select(func.has_column_privilege("public.customers", "email", "UPDATE"))
)
"""Asked of the database, so that what is shown cannot drift from what is allowed."""
VERSION = Part(lambda: select(CustomerRow.version).where(CustomerRow.id == KEY))
