"""The page context of a test: what a page is made from, with as little as it needs."""

from datetime import UTC, datetime
from uuid import uuid4

from storedesk.domain.staff import Me
from storedesk.domain.store import StoreSettings
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.scanner import ScannerGuard

IN_2026 = Format("en_US", "America/New_York", lambda: datetime(2026, 11, 25, 12, tzinfo=UTC))
"""How an American store writes things in that year, the one that staged orders are of."""


def a_context(desk=None, me=None, form=None, **given):
    """Return a page context; what is not given is new, or as in a store that nobody changed."""
    values = {
        "desk": desk,
        "actions": Actions(),
        "scanner": ScannerGuard(),
        "format": form or Format("en_US"),
        "store": StoreSettings(),
        "me": me or Me(uuid4(), "cyd", "Cyd", frozenset(), frozenset()),
    }
    return PageContext(**(values | given))
