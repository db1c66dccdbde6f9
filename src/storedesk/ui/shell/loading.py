"""Import the rest of the program while a password is typed."""

from collections.abc import Callable
from importlib import import_module


def load_pages(may_go_on: Callable[[], bool]) -> None:
    """Import the frame and its pages one after the other, as long as `may_go_on`; on any thread."""
    import_module("storedesk.ui.shell.frame")
    from storedesk.ui.shell.pages import pages  # noqa: PLC0415 - needs the database's libraries

    import_module("storedesk.ui.kit.dialogs.palette")
    for entry in pages():
        if may_go_on():
            entry.load()
