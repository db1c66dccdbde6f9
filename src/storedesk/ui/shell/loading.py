"""Import the rest of the program while a password is typed, a module at a time.

All of it is done on the GUI thread, as most modules make classes that derive from Qt's: see
`kit.base.qt_classes`. A module takes up to 10 ms, all of them 0.3 s.
"""

import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.abc import InspectLoader
from importlib.util import find_spec
from pkgutil import iter_modules
from types import CodeType, FunctionType

from storedesk.ui.kit.base.qt_classes import make_classes, take

OURS = "storedesk.ui."


async def load_pages(may_go_on: Callable[[], bool]) -> None:
    """Make the classes of Qt, and import frame, palette and pages, as long as `may_go_on`."""
    await take(make_classes(), may_go_on)
    await take(page_imports(), may_go_on)


def page_imports() -> Iterator[str]:
    """Import the frame, the palette and the pages; the steps are the names of the modules."""
    begun: set[str] = set()
    for name in ("storedesk.ui.shell.frame", "storedesk.ui.kit.dialogs.palette"):
        yield from _imported(name, begun)
    from storedesk.ui.shell.pages import pages  # noqa: PLC0415 - needs the database's libraries

    for entry in pages():
        assert isinstance(entry.load, FunctionType)  # noqa: S101 - what imports is a function
        for name in _imports(entry.load.__code__):
            yield from _imported(name, begun)


def _imported(name: str, begun: set[str]) -> Iterator[str]:
    """Import a module after those that it imports, each in a step of its own."""
    if name in sys.modules or name in begun:
        return
    begun.add(name)
    for other in _imports(_code(name)):
        yield from _imported(other, begun)
    import_module(name)
    yield name


def _code(name: str) -> CodeType | None:
    spec = find_spec(name)
    loader = spec.loader if spec else None
    return loader.get_code(name) if isinstance(loader, InspectLoader) else None


def _imports(code: CodeType | None) -> list[str]:
    """List the modules of this folder that code imports as it runs, and packages of theirs."""
    names = code.co_names if code else ()
    whole = [name for name in names if name.startswith(OURS)]
    return whole + [f"{name}.{part}" for name in whole for part in names if part in _parts(name)]


@cache
def _parts(name: str) -> frozenset[str]:
    """List what lies in a package; a module has nothing in it."""
    spec = find_spec(name)
    folders = (spec.submodule_search_locations if spec else None) or ()
    return frozenset(part.name for part in iter_modules(folders))
