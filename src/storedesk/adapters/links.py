"""Open addresses in the system's browser, which may be slow or missing."""

import os
import subprocess
import sys

from storedesk.domain.refusals.errors import Unavailable

PATIENCE = 5.0
"""Seconds: who has not complained by then has opened it, or is the browser itself."""
LOADER = "LD_LIBRARY_PATH"
"""Our own libraries are no other program's: PyInstaller keeps what was there before."""


def open_link(address: str) -> None:
    """Open an address, on a thread that may wait. Unavailable: link_not_opened."""
    try:
        if sys.platform == "win32":
            os.startfile(address)  # noqa: S606 - an address that we have made
            return
        opener = "open" if sys.platform == "darwin" else "xdg-open"
        process = subprocess.Popen(  # noqa: S603 - as above
            [opener, address],
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        if process.wait(PATIENCE):
            raise Unavailable("link_not_opened", address=address)
    except subprocess.TimeoutExpired:
        return
    except OSError as error:
        raise Unavailable("link_not_opened", address=address) from error


def environment() -> dict[str, str]:
    """Return the environment for another program: our own libraries are none of its."""
    there = dict(os.environ)
    if getattr(sys, "frozen", False):
        there.pop(LOADER, None)
        if before := there.pop(f"{LOADER}_ORIG", ""):
            there[LOADER] = before
    return there
