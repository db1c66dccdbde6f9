"""The folder that `make package` builds: it runs where there is no Python, for anybody."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from storedesk import __version__
from storedesk.tour.story import STORY

PROGRAM = Path(os.environ.get("STOREDESK_FROZEN", os.devnull)).absolute()
NOBODY = 65534
MOST = 240_000_000
"""Bytes on the disk."""

pytestmark = pytest.mark.skipif(
    not PROGRAM.is_file(), reason="`make package` builds the program and tries it, in minutes"
)


@pytest.fixture(scope="module")
def place():
    """A home of somebody who has nothing here but the folder, and nothing on the PATH."""
    with tempfile.TemporaryDirectory(prefix="storedesk-frozen-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(PROGRAM.parent, folder / "StoreDesk of the shop", symlinks=True)
        (folder / "empty").mkdir()
        (folder / "home").mkdir()
        if os.geteuid() == 0:
            os.chown(folder / "home", NOBODY, NOBODY)
        yield folder


def run(place, *words, command=None, **environment):
    """Run it with no Python in its way; as nobody, if we may."""
    there = {"HOME": f"{place}/home", "PATH": f"{place}/empty", "LANG": "C.UTF-8"}
    who = {} if os.geteuid() else {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    return subprocess.run(
        [*(command or [place / "StoreDesk of the shop" / "storedesk"]), *words],
        env=there | environment,
        cwd=place / "home",
        capture_output=True,
        text=True,
        check=False,
        **who,
    )


def test_it_knows_its_version(place):
    assert run(place, "--version").stdout == f"storedesk {__version__}\n"


def test_it_makes_and_checks_a_shared_store(empty_store):
    name, dsn = empty_store.name, empty_store.dsn()
    there = {"PATH": "/nowhere", "HOME": "/nowhere", "STOREDESK_PASSWORD": "a long enough password"}

    def run(*words):  # as ourselves, whom the tests' server knows
        command = [PROGRAM, *words]
        return subprocess.run(
            command, env=there, cwd="/", capture_output=True, text=True, check=False
        )

    made = run("db", "init", "--dsn", dsn, "--owner", f"{name}_boss")
    assert (made.stderr, made.returncode) == ("", 0)
    assert run("db", "check", "--dsn", dsn).stdout == "Every rule holds.\n"


def test_its_window_sells_and_prints_with_the_server_that_it_carries(place):
    out = place / "home" / "pictures"
    done = run(place, "tour", "--fast", "--out", str(out))
    assert done.returncode == 0, done.stdout + done.stderr
    taken = [step.words for step in STORY if f" {step.words} " in done.stdout]
    assert taken == [step.words for step in STORY]
    assert re.search(r"pick list and slip in a PDF of \d+ kB", done.stdout)
    assert "every rule holds" in done.stdout
    assert list(out.glob("01-first-run*.png"))


def test_it_carries_nothing_that_it_should_not():
    names = {file.name for file in PROGRAM.parent.rglob("*")}
    for forbidden in ("readline", "gtk", "libcups.so", "_gdbm", "psql", "Qt6Qml", "libQt6Quick"):
        assert not [name for name in names if forbidden in name], forbidden
    files = [file for file in PROGRAM.parent.rglob("*") if not file.is_symlink()]
    assert sum(file.stat().st_size for file in files if file.is_file()) < MOST


def test_it_has_the_license_of_all_that_it_carries():
    folder = PROGRAM.parent / "licenses"
    told = (folder / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    for part in ("Qt 6", "PySide6", "Python", "PostgreSQL", "psycopg", "OpenSSL", "Pillow"):
        assert re.search(rf"^{part}\b", told, re.MULTILINE), part
    named = re.findall(r"^    Texts: (.+)$", told, re.MULTILINE)
    texts = {text for line in named for text in line.split(", ")}
    assert all((folder / text).stat().st_size > 100 for text in texts)
    libraries = {file.name for file in PROGRAM.parent.rglob("lib*.so*")}
    assert "libQt6Widgets.so.6" in libraries
    assert "libQt6Widgets.so.6" in told


def test_it_comes_among_the_programs_of_a_desktop(place):
    script = place / "StoreDesk of the shop" / "install.sh"
    done = run(place, command=["/bin/sh", script], PATH="/usr/bin:/bin")
    assert (done.stderr, done.returncode) == ("", 0)
    share = place / "home" / ".local" / "share"
    entry = share / "applications" / "storedesk.desktop"
    assert f'Exec="{place}/StoreDesk of the shop/storedesk"\n' in entry.read_text()
    for icon in ("48x48/apps/storedesk.png", "scalable/apps/storedesk.svg"):
        assert (share / "icons" / "hicolor" / icon).stat().st_size
    if validate := shutil.which("desktop-file-validate"):
        said = subprocess.run([validate, entry], capture_output=True, text=True, check=False)
        assert said.stdout == ""
    run(place, "--remove", command=["/bin/sh", script], PATH="/usr/bin:/bin")
    assert not entry.exists()
