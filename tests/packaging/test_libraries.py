"""The system libraries that Qt asks for, where one of them is not to be had."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
CURSOR = "libxcb-cursor.so.0"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt carries all it wants")


def environment(folder, **more):
    """An environment with a screen in which one library cannot be loaded."""
    (folder / CURSOR).write_bytes(b"no library")
    kept = {n: v for n, v in os.environ.items() if n not in {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}}
    return kept | {"DISPLAY": ":77", "LD_LIBRARY_PATH": str(folder)} | more


def test_the_window_names_the_library_that_it_lacks(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "storedesk", "--profile", str(tmp_path / "profile")],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr == (
        f"No window can be opened: {CURSOR} is missing or damaged. Have the package that contains"
        " it installed, then start again.\n"
    )


@pytest.mark.parametrize("place", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_libraries_are_looked_for_at_each_run_by_what_is_needed(tmp_path, place):
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "libraries.sh").symlink_to(TOP / "packaging" / "libraries.sh")
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, script in {
        "ldd": 'case "$*" in *libq*) echo "	libxcb-icccm.so.4 => not found";; esac',
        "id": "echo 1000",
    }.items():
        (tools / name).write_text(f"#!/bin/sh\n{script}\n")
        (tools / name).chmod(0o755)
    there = {"PATH": f"{tools}:/usr/bin:/bin"}

    def look(**more):
        command = ["sh", str(tmp_path / "packaging" / "libraries.sh")]
        return subprocess.run(
            command, env=there | more, capture_output=True, text=True, check=False
        )

    assert (look().returncode, look().stderr) == (0, "")
    lacking = look(**{place: "here"})
    assert lacking.returncode == 1
    assert "it lacks libxcb-icccm.so.4" in lacking.stderr
    assert "libxcb-icccm4" in lacking.stderr
