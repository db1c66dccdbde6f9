"""Questions about customers."""

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from storedesk.domain.customers import CustomerLine
from storedesk.persistence.rows import (
    AddressRow,
    CustomerDetailsRow,
    CustomerRow,
    OrderRow,
    StoreSettingsRow,
)

NOWHERE = ".invalid"
"""How the address of someone ends who has none."""


def find(session: Session, text: str, *, limit: int = 30) -> list[CustomerLine]:
    """Return the customers that have all words of `text` about them; the walk-in one never."""
    orders = (
        select(func.count())
        .select_from(OrderRow)
        .where(OrderRow.customer_id == CustomerRow.id)
        .correlate(CustomerRow)
        .scalar_subquery()
    )
    query = (
        select(CustomerRow, orders, AddressRow.postal_code, AddressRow.city)
        .outerjoin(
            AddressRow, and_(AddressRow.customer_id == CustomerRow.id, AddressRow.is_default)
        )
        .outerjoin(CustomerDetailsRow, CustomerDetailsRow.customer_id == CustomerRow.id)
        .where(
            CustomerRow.id.not_in(select(StoreSettingsRow.walk_in_customer_id)),
            CustomerDetailsRow.merged_into.is_(None),
        )
        .order_by(CustomerRow.last_name, CustomerRow.first_name, CustomerRow.id)
        .limit(limit)
    )
    for word in text.split():
        query = query.where(_has(word))
    return [
        CustomerLine(
            id=row.id,
            name=f"{row.first_name} {row.last_name}".strip(),
            email=None if row.email.endswith(NOWHERE) else row.email,
            orders=count,
            place=None if city is None else f"{postal_code} {city}".strip(),
        )
        for row, count, postal_code, city in session.execute(query)
    ]


def _has(word: str) -> ColumnElement[bool]:
    """Say that a customer has a word in a name, in the e-mail, or in the telephone number."""
    has_it = or_(
        CustomerRow.first_name.icontains(word, autoescape=True),
        CustomerRow.last_name.icontains(word, autoescape=True),
        CustomerRow.email.icontains(word, autoescape=True),
    )
    if not any(letter.isdigit() for letter in word):
        return has_it
    by_number = select(CustomerDetailsRow.customer_id).where(
        CustomerDetailsRow.phone.contains(word, autoescape=True)
    )
    # a union, since an OR over two tables would read both of them whole
    return CustomerRow.id.in_(select(CustomerRow.id).where(has_it).union(by_number))
