"""Opens the window."""

import os
import sys
from argparse import Namespace

from storedesk.domain.errors import Unavailable


def open_window(arguments: Namespace) -> int:
    """Open the window of a profile. Unavailable: no_display."""
    if not has_display():
        raise Unavailable("no_display")
    from storedesk.app import main  # noqa: PLC0415 other commands work where Qt cannot be loaded

    return main(arguments.profile)


def has_display() -> bool:
    """Tell whether there is a screen, or a stand-in for one was asked for."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
