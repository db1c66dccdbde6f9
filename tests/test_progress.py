"""How far long work is: said on a terminal, and nowhere else."""

import io
import os
import subprocess
import sys
import threading

import pytest

from storedesk.cli.progress import TerminalProgress


class Clock:
    """A clock that a test moves."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


class Heard(io.StringIO):
    """A stream that tells when something was written."""

    def __init__(self, *, is_terminal):
        super().__init__()
        self.is_terminal = is_terminal
        self.wrote = threading.Event()

    def isatty(self):
        return self.is_terminal

    def write(self, text):
        done = super().write(text)
        self.wrote.set()
        return done


def test_a_file_gets_no_line_however_long_it_takes():
    stream, clock = Heard(is_terminal=False), Clock()
    with TerminalProgress("Reading", stream=stream, every=0.01, clock=clock) as progress:
        for share in (0.1, 0.2, 0.3, 0.4):
            clock.now += 30
            progress.tell(share)
        assert not stream.wrote.wait(0.1)
        progress.tell(0.5, "Writing")

    assert stream.getvalue() == ""


def test_a_terminal_sees_each_percent_in_one_line():
    stream = Heard(is_terminal=True)
    with TerminalProgress("Reading", stream=stream, clock=Clock()) as progress:
        for share in (0.5, 0.501, 1.0):
            progress.tell(share)
        progress.tell(0.0, "Go")

    assert stream.getvalue() == "\rReading…\rReading  50%\rReading 100%\rGo   0%     \n"


def test_work_that_says_nothing_is_told_by_its_seconds():
    stream, clock = Heard(is_terminal=True), Clock()
    with TerminalProgress("Upgrading", stream=stream, every=0.01, clock=clock):
        stream.wrote.clear()
        clock.now += 12
        assert stream.wrote.wait(30)

    assert stream.getvalue() == "\rUpgrading…\rUpgrading, 12 s\n"


def test_work_that_fails_ends_its_line():
    stream = Heard(is_terminal=True)

    def work():
        with TerminalProgress("Reading", stream=stream) as progress:
            progress.tell(0.5)
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        work()
    assert stream.getvalue() == "\rReading…\rReading  50%\n"
    assert not [one for one in threading.enumerate() if one.name == "progress"]


def test_nobody_has_to_listen():
    with TerminalProgress("Reading", stream=None) as progress:
        progress.tell(0.5)
    broken = Heard(is_terminal=True)
    broken.close()
    stream = Heard(is_terminal=True)
    with TerminalProgress("Reading", stream=stream) as progress:
        progress._stream = broken
        progress.tell(0.5)


@pytest.mark.parametrize("command", ["db check", "db upgrade", "export", "import"])
def test_a_person_at_a_terminal_sees_that_work_goes_on(store, tmp_path, add_product, command):
    add_product("Mug")
    file = tmp_path / "goods.csv"
    file.write_text("Handle,Title,Variant SKU,Variant Price\nmug,Mug,M1,5\n")
    words = {
        "db check": ["db", "check", "--dsn", store.dsn()],
        "db upgrade": ["db", "upgrade", "--dsn", store.dsn()],
        "export": ["export", "catalog", "--dsn", store.dsn("cyd"), str(tmp_path / "out.csv")],
        "import": ["import", "catalog", "--dsn", store.dsn("cyd"), str(file)],
    }[command]
    ours, theirs = os.openpty()
    with open(ours, "rb", buffering=0) as terminal:  # noqa: PTH123 a number, not a path
        program = [sys.executable, "-m", "storedesk", *words]
        done = subprocess.run(program, stdout=subprocess.DEVNULL, stderr=theirs, check=False)
        os.close(theirs)
        said = b""
        while b"\r\n" not in said and (part := terminal.read(4_096)):
            said += part
    assert done.returncode == 0
    shown = {
        "db check": b"\rChecking every rule 100%",
        "db upgrade": b"\rUpgrading the store\xe2\x80\xa6",
        "export": b"\rWriting the products 100%", "import": b"\rReading lines of the files: 1 100%",
    }[command]  # fmt: skip
    assert shown in said
