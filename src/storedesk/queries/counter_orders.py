"""Questions about the orders that are paid and collected at a till."""

from collections.abc import Sequence

from sqlalchemy import Text, literal, or_, select
from sqlalchemy.orm import Session

from storedesk.api.customers import find_customers
from storedesk.domain.order_details import OrderLine
from storedesk.domain.orders import AT_COUNTER
from storedesk.persistence.rows import OrderRow
from storedesk.queries.order_lists import is_wanted, line_of, lines_query

MOST_CUSTOMERS = 200


def orders_at_counter(session: Session, search: str, *, limit: int) -> Sequence[OrderLine]:
    """Return orders that are not paid or wait to be collected, the newest first.

    `search` is words of the order, or of its customer: name, e-mail, address or telephone number;
    "" fits all.
    """
    states = [
        OrderRow.status == literal(one.value, Text(), literal_execute=True) for one in AT_COUNTER
    ]
    query = lines_query().where(or_(*states))
    if words := search.split():
        found = find_customers(words, fuzzy=False, most=MOST_CUSTOMERS)
        of_customer = OrderRow.customer_id.in_(select(found.function.column_valued("customers")))
        query = query.where(or_(*is_wanted(search=search), of_customer))
    query = query.order_by(OrderRow.created_at.desc(), OrderRow.id).limit(limit)
    return [line_of(*row) for row in session.execute(query)]
