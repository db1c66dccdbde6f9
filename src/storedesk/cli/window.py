"""Open the window, or say which library is missing."""

import ctypes
import gc
import os
import sys
from argparse import Namespace
from importlib.util import find_spec
from pathlib import Path

from storedesk.domain.refusals.errors import Unavailable


def open_window(arguments: Namespace) -> int:
    """Open the window of a profile. Unavailable: no_display, library_missing."""
    if not has_display():
        raise Unavailable("no_display")
    if lacking := missing_library():
        raise Unavailable("library_missing", library=lacking)
    gc.disable()  # importing makes little garbage; what the window makes has its own collection
    try:
        from storedesk.app import main  # noqa: PLC0415 other commands work where Qt cannot be loaded

        return main(arguments.profile)
    finally:
        gc.enable()


def has_display() -> bool:
    """Tell whether there is a screen, or a stand-in for one was asked for."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_library() -> str:
    """Name the system library for want of which Qt would abort on this screen; "" if none is.

    Qt takes whichever of the screen's two plugins can be loaded, so one of them is enough.
    """
    plugins = list(_plugins()) if sys.platform == "linux" else []
    lacking = [_lacking(plugin) for plugin in plugins]
    return "" if "" in lacking or not lacking else lacking[0]


def _plugins() -> list[Path]:
    """List Qt's plugins for the screen that is here, those that the program carries."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return []
    wanted = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
    names = [f"libq{name}.so" for name, place in wanted.items() if os.environ.get(place)]
    found = find_spec("PySide6")
    folders = [Path(place) for place in (found and found.submodule_search_locations) or ()]
    files = [folder / "Qt" / "plugins" / "platforms" / name for folder in folders for name in names]
    return [file for file in files if file.is_file()]


def _lacking(plugin: Path) -> str:
    """Name the first library that a plugin asks for in vain: the loader says it first."""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return Path(str(error).partition(":")[0]).name
    return ""
