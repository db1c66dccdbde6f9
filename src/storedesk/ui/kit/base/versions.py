"""Say the versions of all that may be at fault."""

import platform

from PySide6.QtCore import qVersion

import storedesk


def versions() -> str:
    """Return what a report begins with: the versions of all that may be at fault."""
    return (
        f"StoreDesk {storedesk.__version__}, Python {platform.python_version()}, Qt {qVersion()},"
        f" {platform.platform()}\n\n"
    )
