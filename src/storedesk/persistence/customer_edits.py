"""What staff write down about customers: rows, and the calls for what rows are not enough for."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from storedesk.domain.customers import Address, CustomerForm
from storedesk.domain.refusals.errors import Conflict, NotAllowed, NotFound
from storedesk.persistence.customer_card import addresses
from storedesk.persistence.customers import shown_email
from storedesk.persistence.engine.database import Command
from storedesk.persistence.rows import AddressRow, CustomerDetailsRow, CustomerRow

COLUMNS = {"recipient": "recipient_name"}
"""Fields of an address whose columns are called otherwise."""


def form(session: Session, key: UUID) -> CustomerForm:
    """Return what a person edits of a customer. Raises NotFound (customer_not_found)."""
    row = session.get(CustomerRow, key)
    if row is None:
        raise NotFound("customer_not_found")
    return CustomerForm(
        id=key,
        version=row.version,
        fields=_fields(row, session.get(CustomerDetailsRow, key)),
        may_change_email=_may_change_email(session),
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
    """Change a customer who was seen at version `seen`; nothing is written that has not changed.

    Raises Conflict (changed_meanwhile), NotFound, and NotAllowed (email_needs_manager).
    """
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
    session: Session, customer: UUID, address: UUID | None, *, seen: int, fields: Mapping[str, str]
) -> UUID:
    """Change an address, or add one (None), of a customer who was seen at version `seen`.

    Raises Conflict (changed_meanwhile) and NotFound (customer_not_found, address_not_found).
    """
    hold(session, customer, seen=seen)
    if address is None:
        row = AddressRow(id=uuid4(), customer_id=customer, is_default=False, **_columns(fields))
        session.add(row)
        session.flush()
        return row.id
    known = session.get(AddressRow, address)
    if known is None or known.customer_id != customer:
        raise NotFound("address_not_found")
    for column, value in _columns(fields).items():
        setattr(known, column, value)
    session.flush()
    return known.id


def address_form(
    session: Session, customer: UUID, address: UUID | None
) -> tuple[int, Address | None]:
    """Return the customer's version, and an address as it is now; None where it is gone."""
    version = session.scalar(select(CustomerRow.version).where(CustomerRow.id == customer))
    if version is None:
        raise NotFound("customer_not_found")
    known = {one.id: one for one in addresses(session, customer)}
    return version, known.get(address) if address else None


def hold(session: Session, key: UUID, *, seen: int) -> CustomerRow:
    """Hold a customer until the transaction ends: whoever changes a part of her does so first."""
    row = session.get(CustomerRow, key, with_for_update={"key_share": True})
    if row is None:
        raise NotFound("customer_not_found")
    if row.version != seen:
        raise Conflict("changed_meanwhile")
    return row


def set_default_address(request: UUID, customer: UUID, address: UUID) -> Command[dict[str, str]]:
    """Call for an address to be the default."""
    return func.api.set_default_address(request, customer, address, type_=JSONB())


def remove_address(request: UUID, customer: UUID, address: UUID) -> Command[dict[str, str]]:
    """Call for an address to go."""
    return func.api.remove_address(request, customer, address, type_=JSONB())


def set_default_method(request: UUID, customer: UUID, method: UUID) -> Command[dict[str, str]]:
    """Call for a way of paying to be the default."""
    return func.api.set_default_payment_method(request, customer, method, type_=JSONB())


def remove_method(request: UUID, customer: UUID, method: UUID) -> Command[dict[str, str]]:
    """Call for a way of paying to go, and its token with it."""
    return func.api.remove_payment_method(request, customer, method, type_=JSONB())


def send_verification(request: UUID, customer: UUID) -> Command[str]:
    """Call for a letter by which a customer confirms her address; answers with its id."""
    return func.api.send_verification(request, customer, type_=JSONB())


def send_password_reset(request: UUID, customer: UUID) -> Command[str]:
    """Call for a letter by which a customer chooses a new password; answers with its id."""
    return func.api.send_password_reset(request, customer, type_=JSONB())


def _fields(row: CustomerRow, details: CustomerDetailsRow | None) -> dict[str, str]:
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
    """Ask the database, so that what is shown cannot drift from what is allowed."""
    right = func.has_column_privilege("public.customers", "email", "UPDATE")
    return bool(session.scalar(select(right)))
