"""What the pages of stock are given, beside the desk."""

from collections.abc import Callable
from dataclasses import dataclass, field

from storedesk.domain.staff import Me
from storedesk.ui.approval import Managers
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.scanner import ScannerGuard


@dataclass(frozen=True, slots=True, kw_only=True)
class Stockroom:
    """Who stands in the stock room, with what scanner, and how other pages are shown."""

    me: Me
    format: Format
    scanner: ScannerGuard
    store_name: str
    visit: Callable[..., None]
    """Shows another page: see `ui.pages.Visit`."""
    managers: Managers = field(default_factory=Managers)
    """How one is asked who stands beside."""
