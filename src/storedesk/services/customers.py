"""What staff can ask about customers."""

from storedesk.domain.customers import CustomerLine
from storedesk.persistence import customers
from storedesk.persistence.database import Session


def find(session: Session, text: str, limit: int = 30) -> tuple[CustomerLine, ...]:
    """Return the customers that have all words of `text` in name, e-mail or telephone number."""
    return tuple(customers.find(session, text, limit=limit))
