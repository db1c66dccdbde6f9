"""Notice classes that derive from Qt's where another thread than the first makes them.

It ends the program, but so seldom that no test would see it: docs/decisions/0039.
"""

import builtins
import threading

_build = builtins.__build_class__
noticed: list[str] = []
"""A sentence for each such class."""


def watch() -> None:
    """Notice them from now on."""
    builtins.__build_class__ = _watched


def _watched(body, name, /, *bases, **how):
    made = _build(body, name, *bases, **how)
    if type(made).__name__ == "ObjectType" and not _is_first():
        where = f"{made.__module__}.{name}"
        noticed.append(f"{where} was made on the thread {threading.current_thread().name}")
    return made


def _is_first():
    return threading.current_thread() is threading.main_thread()
