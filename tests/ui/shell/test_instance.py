import faulthandler
import signal
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import qWarning

from storedesk.ui.shell.failures import Failures, report_of
from storedesk.ui.shell.instance import Instance

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from storedesk.ui.shell.instance import Instance

app = QCoreApplication(sys.argv)
print("has begun", flush=True)
print(Instance(Path(sys.argv[1])).is_first(), flush=True)
"""


@pytest.fixture
def second(tmp_path):
    """Start the program again, in a process of its own; it says whether it has the profile."""
    words, begun = [sys.executable, "-c", SECOND, str(tmp_path)], []

    def second():
        begun.append(subprocess.Popen(words, stdout=subprocess.PIPE, text=True))
        return begun[-1]

    yield second
    for process in begun:
        process.kill()
        process.wait()
        process.stdout.close()


def test_a_second_start_raises_the_first_window_and_goes(qtbot, tmp_path, second):
    first = Instance(tmp_path)
    assert first.is_first()
    with qtbot.waitSignal(first.raised, timeout=60_000):
        process = second()
    assert process.communicate(timeout=60)[0] == "has begun\nFalse\n"
    first.close()


def test_a_start_while_the_first_window_closes_waits_for_it(qtbot, tmp_path, second):
    first = Instance(tmp_path)
    assert first.is_first()
    first.leave()
    with qtbot.waitSignal(first.raised, timeout=60_000):
        process = second()
    assert process.stdout.readline() == "has begun\n"
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(2)
    first.close()
    assert process.communicate(timeout=60)[0] == "True\n"


def test_another_profile_is_another_window(qtbot, tmp_path):
    del qtbot
    one, other = Instance(tmp_path), Instance(tmp_path / "other")
    (tmp_path / "other").mkdir()
    assert one.is_first()
    assert other.is_first()
    one.close()
    other.close()


def test_after_the_first_has_gone_the_profile_is_free(qtbot, tmp_path):
    del qtbot
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.is_first()
    first.close()
    assert second.is_first()
    second.close()


@pytest.fixture
def failures(tmp_path):
    made = Failures(tmp_path / "storedesk.log")
    made.install()
    yield made
    made.uninstall()


def test_a_bug_in_a_thread_is_written_to_the_log(failures, tmp_path, capsys):
    del failures
    thread = threading.Thread(target=lambda: 1 / 0, name="worker")
    thread.start()
    thread.join()
    assert "ZeroDivisionError" in (tmp_path / "storedesk.log").read_text()
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_what_qt_complains_of_is_written_to_the_log(failures, tmp_path):
    del failures
    qWarning("a complaint")
    assert "qt: a complaint" in (tmp_path / "storedesk.log").read_text()


def test_a_report_names_versions_and_the_place():
    with pytest.raises(LookupError) as caught:
        {}["nothing here"]
    report = report_of(caught.value)
    assert report.startswith("StoreDesk ")
    assert "test_instance.py" in report
    assert "KeyError: 'nothing here'" in report


def test_an_interrupt_is_no_bug(failures, tmp_path, capsys):
    failures.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "a bug" not in (tmp_path / "storedesk.log").read_text()
    assert sys.excepthook == failures.caught
    capsys.readouterr()


CRASHES = """
import os, signal, sys
from pathlib import Path
from storedesk.ui.shell.failures import Failures

Failures(Path(sys.argv[1])).install()
os.kill(os.getpid(), signal.SIGSEGV)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signal")
def test_a_crash_stands_in_the_log_of_the_next_start(tmp_path, request):
    file = tmp_path / "storedesk.log"
    crashed = subprocess.run([sys.executable, "-c", CRASHES, str(file)], check=False)
    assert crashed.returncode == -signal.SIGSEGV
    request.getfixturevalue("failures")
    logged = file.read_text()
    assert "CRITICAL MainThread storedesk: a fault outside Python in the last run" in logged
    assert "Fatal Python error: Segmentation fault" in logged
    assert 'File "<string>", line 7 in <module>' in logged
    assert (tmp_path / "storedesk.fault").read_text() == "", "it is said once"


def test_whoever_watched_for_crashes_before_does_so_afterwards(tmp_path):
    was_enabled = faulthandler.is_enabled()
    made = Failures(tmp_path / "storedesk.log")
    made.install()
    made.uninstall()
    assert faulthandler.is_enabled() is was_enabled
