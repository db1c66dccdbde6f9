"""Classes of Qt are made on the GUI thread, before another thread uses any."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import storedesk
from storedesk.ui.kit.base.qt_classes import MODULES

SOURCES = Path(storedesk.__file__).parent
LEFT = """
import asyncio, sys, threading
from contextlib import suppress
import qasync
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from storedesk.ui import pictures
from storedesk.ui.catalog import new_picture
from storedesk.ui.kit.base.qt_classes import MODULES

def count():
    names = [f"PySide6.{name}" for name in MODULES]
    loaded = [sys.modules[name] for name in names if name in sys.modules]
    left = sum(len(set(dir(module)) - set(vars(module))) for module in loaded)
    print(threading.current_thread() is threading.main_thread(), len(loaded), left)

def look(*_):
    count()
    raise LookupError

app = QApplication([])
count()
pictures._both = new_picture._made_anew = look
with suppress(LookupError), asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
    runner.run(JOB)
"""
JOBS = (
    "pictures.Pictures(None, print, QSize(8, 8)).keep('a', b'')",
    "new_picture.load_picture(None)",
)


@pytest.mark.parametrize("job", JOBS)
def test_no_class_is_left_when_another_thread_uses_qt(job):
    command = [sys.executable, "-c", LEFT.replace("JOB", job)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    before, then = (line.split() for line in done.stdout.splitlines())
    assert before[0] == "True"
    assert int(before[2]) > 100, "PySide6 makes them when they are asked for"
    assert then == ["False", str(len(MODULES)), "0"]


def test_all_of_qt_that_the_program_uses_is_known():
    used = set()
    for file in SOURCES.rglob("*.py"):
        used |= set(re.findall(r"from PySide6\.(\w+) import", file.read_text(encoding="utf-8")))
    assert used - {"QtTest"} == set(MODULES), "the tour alone presses keys"
