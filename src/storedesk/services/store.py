"""What staff can ask about the store itself."""

from storedesk.domain.store import StoreSettings
from storedesk.persistence import store
from storedesk.persistence.engine.database import Session


def settings(session: Session) -> StoreSettings:
    """Return the store's settings."""
    return store.settings(session)


def web_address(session: Session) -> tuple[int, str]:
    """Return the settings' version, and where the web shop is; "" for nowhere."""
    return store.web_address(session)


def set_web_address(session: Session, address: str, *, seen: int) -> None:
    """Note where the web shop is: links in e-mails are built on it. For administrators."""
    store.set_web_address(session, address, seen=seen)
