import gc
import sys

import pytest
from PySide6.QtCore import QObject

from storedesk.ui.kit.base.garbage import GarbageCollection, loses_none


def test_this_pyside_keeps_its_references_to_none():
    assert not loses_none()


def test_a_pyside_that_drops_them_is_found(monkeypatch):
    counts = iter([5_000, 4_800])
    monkeypatch.setattr(sys, "getrefcount", lambda _: next(counts))
    assert loses_none()


@pytest.mark.parametrize("by_itself", [True, False])
def test_python_collects_nothing_by_itself_while_the_heap_is_kept(by_itself):
    garbage = GarbageCollection()
    if by_itself:
        gc.enable()
    garbage.start()
    try:
        assert not gc.isenabled()
        circle = []
        circle.append(circle)
        del circle
        garbage.collect()
    finally:
        garbage.stop()
    assert gc.isenabled() is by_itself, "as it was before: threads are still running"
    assert gc.get_freeze_count() == 0
    gc.disable()


def test_collecting_is_the_gui_threads_affair():
    garbage = GarbageCollection()
    assert isinstance(garbage, QObject)
    assert garbage.thread() is garbage.thread().currentThread()
