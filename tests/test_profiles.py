"""What a start says where its profile folder is no folder, full, read-only or garbled."""

import os
import subprocess
import sys
from contextlib import contextmanager, suppress

import pytest

from storedesk.cli import run
from storedesk.settings import Profile

OPENS = """
import sys
from pathlib import Path
from storedesk.app import main

async def script(window):
    await window.first_run.idle()
    print("problem:", window.first_run.choices.problem.text())
    return 7

sys.exit(main(Path(sys.argv[1]), script))
"""
HOLDS = """
import sys
from PySide6.QtCore import QCoreApplication, QLockFile
app = QCoreApplication([])
lock = QLockFile(sys.argv[1])
print(lock.tryLock(0), flush=True)
sys.stdin.read()
"""


def start(*words, script=""):
    """Start the program on a screen that nobody sees; return its code and what it said."""
    there = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PGPASSWORD": "x"}
    command = ["-c", script] if script else ["-m", "storedesk", "--profile"]
    done = subprocess.run(
        [sys.executable, *command, *map(str, words)], env=there, capture_output=True, text=True,
        check=False, timeout=100,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def is_one_sentence(said):
    return said.count("\n") == 1 and said.endswith(".\n") and "{" not in said


@contextmanager
def mounted(folder, options):
    """Have a small file system of its own at `folder`."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder]
    if os.geteuid() or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root mounts file systems, and not everywhere")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def fill(path):
    """Leave no room on the disk of a file."""
    with path.open("wb", 0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))


@pytest.mark.parametrize("below", ["", "below"])
@pytest.mark.parametrize(
    "words", [[], ["export", "catalog", "x.csv"], ["import", "catalog", "x.csv"], ["backup"]]
)
def test_a_file_for_a_profile_is_told(tmp_path, words, below):
    (tmp_path / "file").write_text("precious")
    code, _, said = start(tmp_path / "file" / below, *words)
    assert (code, is_one_sentence(said)) == (1, True)
    assert "is a file, and a profile is a folder" in said
    assert (tmp_path / "file").read_text() == "precious"


def test_a_file_for_a_profile_is_no_place_to_restore_into(tmp_path, capsys):
    (tmp_path / "file").touch()
    (tmp_path / "x.dump").touch()
    words = ["--profile", str(tmp_path / "file"), "restore", str(tmp_path / "x.dump")]
    assert run(words) == 1
    assert "is a file, and a profile is a folder" in capsys.readouterr().err


def test_a_read_only_profile_is_told(tmp_path):
    with mounted(tmp_path / "disk", "size=64k,ro") as disk:
        code, _, said = start(disk)
        assert (code, is_one_sentence(said)) == (1, True)
        assert "cannot be written: Read-only file system" in said
        code, _, said = start(disk / "below")
        assert (code, is_one_sentence(said)) == (1, True)
        assert start(disk, "backup")[0] == 1


def test_a_full_disk_is_told(tmp_path):
    with mounted(tmp_path / "disk", "size=64k") as disk:
        Profile(disk).change(scheme="dark")
        fill(disk / "full")
        code, _, said = start(disk)
        assert (code, is_one_sentence(said)) == (1, True)
        assert "cannot be written: No space left on device" in said
        assert Profile(disk).preferences().scheme == "dark"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_profile_that_may_not_be_written_is_told(tmp_path):
    (tmp_path / "profile").mkdir(mode=0o500)
    code, _, said = start(tmp_path / "profile")
    assert (code, is_one_sentence(said)) == (1, True)
    assert "cannot be written: Permission denied" in said


@pytest.mark.parametrize("name", ["storedesk.log", "storedesk.fault", "settings.toml"])
def test_a_folder_where_a_file_should_be_is_told(tmp_path, name):
    (tmp_path / name).mkdir()
    code, _, said = start(tmp_path)
    assert (code, is_one_sentence(said)) == (1, True)
    assert "Is a directory" in said
    assert name in said


@pytest.mark.parametrize("content", [b"", b"garbage", b"\xff\xfe", b"1\nsomebody\nelsewhere\n"])
def test_a_lock_that_nobody_holds_keeps_nobody_out(tmp_path, content):
    (tmp_path / "window.lock").write_bytes(content)
    assert start(tmp_path, script=OPENS)[0] == 7


def test_a_window_that_does_not_answer_is_told(tmp_path):
    lock = tmp_path / "window.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, lock], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout.readline() == b"True\n"
        code, _, said = start(tmp_path)
        assert (code, is_one_sentence(said)) == (1, True)
        assert f"does not answer. Close it first (process {holder.pid})" in said
        holder.stdin.close()


def test_settings_that_cannot_be_read_are_told_in_the_window_and_on_the_command_line(tmp_path):
    file = tmp_path / "settings.toml"
    for words, told in (({"script": OPENS}, 1), ({}, 2)):
        file.write_text("store = [")
        said = start(tmp_path, *([] if words else ["backup"]), **words)[told]
        assert "The settings of this computer could not be read" in said
        [kept] = tmp_path.glob("settings.toml.*.bad")
        assert str(kept) in said
        assert kept.read_text() == "store = ["
        kept.unlink()
    assert "could not be read" not in start(tmp_path, script=OPENS)[1], "said once"
