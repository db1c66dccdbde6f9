"""What staff can ask about the store itself."""

from storedesk.domain.store import StoreSettings
from storedesk.persistence import store
from storedesk.persistence.database import Session


def settings(session: Session) -> StoreSettings:
    """Return the store's settings."""
    return store.settings(session)
