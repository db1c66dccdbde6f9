"""Notice what a thread besides the first must not have of Qt: see docs/decisions/0039.

It ends the program, but so seldom that no test would see it. A class that derives from one of Qt's
is made on the first thread alone, and a job of another thread holds no object of Qt: it would be
freed there if nobody else needs it any more.
"""

import builtins
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from types import FunctionType, MethodType

_build, _submit, _start = (
    builtins.__build_class__,
    ThreadPoolExecutor.submit,
    threading.Thread.start,
)
noticed: list[str] = []
"""A sentence for each of them."""


def watch() -> None:
    """Notice them from now on."""
    builtins.__build_class__ = _watched
    ThreadPoolExecutor.submit = _submitted
    threading.Thread.start = _started


def _watched(body, name, /, *bases, **how):
    made = _build(body, name, *bases, **how)
    if type(made).__name__ == "ObjectType" and not _is_first():
        where = f"{made.__module__}.{name}"
        noticed.append(f"{where} was made on the thread {threading.current_thread().name}")
    return made


def _submitted(pool, job, /, *args, **more):
    _look_into(job, *args)
    return _submit(pool, job, *args, **more)


def _started(thread):
    _look_into(thread._target, *thread._args)
    _start(thread)


def _look_into(*parts):
    core = sys.modules.get("PySide6.QtCore")
    held = [one for job in parts for one in _held(job)] if core and _is_first() else []
    noticed.extend(
        f"a job of another thread holds {one!r}: {parts}"
        for one in held
        if isinstance(one, core.QObject)
    )


def _held(part, depth=4):
    """List what a function holds, and the functions in it; not what calls back into this thread."""
    if depth == 0 or _calls_back(part):
        return []
    match part:
        case FunctionType():
            within = [_content(cell) for cell in part.__closure__ or ()]
        case MethodType():
            return [part.__self__]
        case partial():
            within = [part.func, *part.args, *part.keywords.values()]
        case _:
            return []
    return within + [one for inner in within for one in _held(inner, depth - 1)]


def _calls_back(part):
    return isinstance(part, FunctionType) and "call_soon_threadsafe" in part.__code__.co_names


def _content(cell):
    try:
        return cell.cell_contents
    except ValueError:  # it is not set yet
        return None


def _is_first():
    return threading.current_thread() is threading.main_thread()
