"""The system, a terminal or the session ends the program: its work is done first, in time."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from functools import partial

import psycopg
import pytest

from storedesk.adapters.embedded.server import Server
from storedesk.adapters.transfer.backup_files import backups
from storedesk.adapters.transfer.scratch_databases import LOCK
from storedesk.domain.store import StoreSettings
from storedesk.domain.workspace import NewStore
from storedesk.services import workspace
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile
from storedesk.ui.shell.ending import Ending
from tests.conftest import PASSWORD
from tests.endurance.windows import Window

WAITS = """
    SELECT count(*) FROM pg_locks
    WHERE locktype = 'advisory' AND objid = %s AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
"""How many wait for this lock here: tests on other workers wait for others."""
PATIENCE = 60.0
WHOLE = 18 + 12
"""Seconds: what is promised, and what a busy machine needs to begin and to be gone."""
AT_LEISURE = "120"
"""Seconds that the last backup may take where a test waits for it, however busy the machine."""


def quiet(*_):
    pass


class Computer:
    """A profile with a store of its own, at rest between the tests."""

    def __init__(self, folder):
        self.profile = Profile(folder)
        self.server = Server(folder / "embedded")

    def found(self):
        workspace = Workspace(self.profile)
        new = NewStore(
            settings=StoreSettings(name="Corner Books"), login="kim", display_name="Kim",
            password=PASSWORD,
        )  # fmt: skip
        workspace.make_store(new, quiet)
        workspace.leave()

    def is_serving(self):
        try:
            self.server._cluster = self.server._found()
        except OSError:
            return False
        return self.server.is_running

    def saved(self):
        return backups(self.profile.backups, "store")

    def start(self, *words, **how):
        there = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PGPASSWORD": PASSWORD}
        there.pop("STOREDESK_TEST_SERVER", None)
        command = [sys.executable, "-m", "storedesk", "--profile", str(self.profile.folder)]
        return subprocess.Popen([*command, *map(str, words)], env=there, text=True, **how)


@pytest.fixture(scope="module")
def computer(tmp_path_factory):
    made = Computer(tmp_path_factory.mktemp("computer"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workspace, "Server", partial(Server, settings={"fsync": "off"}))
        made.found()
    yield made
    made.server.start()
    made.server.remove()


@pytest.fixture
def window(computer):
    """Open a window in a process of its own: somebody signed in, the day's backup taken."""
    made = []

    def window(**how):
        made.append(Window(computer.profile.folder, **how).start())
        until(computer.saved, "the day's backup")
        return made[-1]

    yield window
    for one in made:
        one._process.kill()
        one._gone()


def until(is_so, what, patience=PATIENCE):
    end = time.monotonic() + patience
    while not (seen := is_so()):
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)
    return seen


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_window_that_is_ended_saves_the_store_and_stops_its_server(computer, window, number):
    process = window(patience=AT_LEISURE)._process
    at = datetime.now(UTC).replace(microsecond=0)
    process.send_signal(number)
    process.wait(float(AT_LEISURE))
    assert not computer.is_serving()
    assert computer.saved()[0].taken_at >= at, "the last backup"
    assert not list(computer.profile.backups.glob(".store*"))
    assert not (computer.profile.folder / "window.lock").exists()


def test_a_window_that_is_ended_as_soon_as_somebody_is_in_saves_the_store(computer, window):
    process = window(patience=AT_LEISURE, is_busy=True)._process
    at = datetime.now(UTC).replace(microsecond=0)
    process.send_signal(signal.SIGTERM)
    process.wait(float(AT_LEISURE))
    assert computer.saved()[0].taken_at >= at, "the last backup"


def test_work_that_hangs_is_broken_off_in_time(computer, window):
    """Somebody else saves the store, and never ends."""
    process = window()._process
    held = Server(computer.profile.folder / "embedded")
    held._cluster = held._found()
    with psycopg.connect(held.dsn(), autocommit=True) as line:
        line.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.wait(WHOLE)
    assert time.monotonic() - began > 5, "the work was given a chance"
    assert not computer.is_serving()


def test_whoever_asks_twice_does_not_wait(computer, window):
    process = window()._process
    held = Server(computer.profile.folder / "embedded")
    held._cluster = held._found()
    with psycopg.connect(held.dsn(), autocommit=True) as line:
        line.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        until(lambda: line.execute(WAITS, [LOCK]).fetchone()[0], "the last backup to wait")
        process.send_signal(signal.SIGTERM)
        process.wait(WHOLE)
    assert time.monotonic() - began < 13
    assert not computer.is_serving()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_window_in_which_nobody_has_signed_in_goes_with_its_server(computer, number):
    process = computer.start()
    until(computer.is_serving, "the sign-in page's server")
    process.send_signal(number)
    assert process.wait(WHOLE) == 0
    assert not computer.is_serving()


def test_a_window_that_crashes_tells_where(window):
    crashed = window()
    crashed._process.send_signal(signal.SIGSEGV)
    with pytest.raises(AssertionError) as raised:
        crashed.see()
    said = str(raised.value)
    assert "the program ended with -11" in said
    assert "Fatal Python error: Segmentation fault" in said
    assert re.search(r"[Tt]hread 0x\w+ \(most recent call first\):\n  File ", said)
    assert re.search(r'File ".*/endurance/window.py", line \d+ in <module>', said)


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not on this computer")
def test_a_screen_that_goes_leaves_no_server_behind(computer, window, monkeypatch):
    """As at the end of a session that has no manager: the X server is simply gone."""
    theirs, ours = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(ours), "-screen", "0", "1366x768x24"],
        pass_fds=[ours], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(ours)
    with os.fdopen(theirs) as said:
        monkeypatch.setenv("DISPLAY", f":{said.readline().strip()}")
    process = window(platform="xcb", patience=AT_LEISURE)._process
    at = datetime.now(UTC).replace(microsecond=0)
    screen.kill()
    screen.wait()
    process.wait(float(AT_LEISURE))
    assert not computer.is_serving()
    assert computer.saved()[0].taken_at >= at


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_command_that_is_ended_takes_its_server_along(computer, tmp_path, number, code):
    """An export into a pipe that nobody reads."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = computer.start("export", "catalog", pipe, stderr=subprocess.PIPE)
    until(lambda: waits_for_a_reader(process.pid), "the export to wait")
    assert computer.is_serving()
    process.send_signal(number)
    assert process.communicate(timeout=WHOLE)[1] == ""
    assert process.returncode == code
    assert not computer.is_serving()


def waits_for_a_reader(pid):
    """Tell whether a process stands where it opens a pipe: its main thread sleeps in the kernel."""
    with open(f"/proc/{pid}/wchan") as file:  # noqa: PTH123 - no file of a disk
        return file.read() in {"wait_for_partner", "fifo_open"}


def test_a_backup_that_is_ended_leaves_nothing(store, tmp_path):
    command = [sys.executable, "-m", "storedesk", "backup", "--dsn", store.dsn()]
    with psycopg.connect(store.server, autocommit=True) as line:
        line.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        process = subprocess.Popen([*command, "--to", str(tmp_path)], stderr=subprocess.PIPE)
        until(lambda: line.execute(WAITS, [LOCK]).fetchone()[0], "the backup to wait for its turn")
        assert len(list(tmp_path.iterdir())) == 3, "the drafts"
        process.terminate()
        assert process.communicate(timeout=WHOLE)[1].count(b"Traceback") == 0
    assert process.returncode == 143
    assert list(tmp_path.iterdir()) == []


class Session:
    """What Qt gives of a session manager."""

    def __init__(self):
        self.hint = None

    def setRestartHint(self, hint):  # noqa: N802 - as Qt names it
        self.hint = hint


def test_the_end_of_the_session_is_heard(qtbot, qapp):
    ending, session = Ending(), Session()
    ending.install(qapp)
    try:
        assert qapp.receivers("2commitDataRequest(QSessionManager&)") == 1
        with qtbot.waitSignal(ending.asked, timeout=5000):
            ending._end_session(session)
        assert session.hint is not None
    finally:
        ending.uninstall()
        qapp.commitDataRequest.disconnect(ending._end_session)


def test_signals_wake_a_window_in_which_nothing_happens(qtbot, qapp):
    ending = Ending()
    ending.install(qapp)
    try:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGTERM):
            with qtbot.waitSignal(ending.asked, timeout=5000):
                os.kill(os.getpid(), number)
    finally:
        ending.uninstall()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
