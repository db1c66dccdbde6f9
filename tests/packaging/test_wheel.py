"""The wheel, as it is built and as it is installed."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from storedesk import __version__

TOP = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, unpacked where pip would put it."""
    pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not here")
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    subprocess.run(words, cwd=TOP, check=True, capture_output=True)
    (file,) = folder.glob("*.whl")
    with zipfile.ZipFile(file) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


def run(wheel, *words, **environment):
    """Run what is in the wheel, far away from the checkout."""
    there = os.environ | {"PYTHONPATH": str(wheel), "PYTHONSAFEPATH": "1"} | environment
    command = [sys.executable, "-W", "error", "-m", "storedesk", *words]
    return subprocess.run(
        command, env=there, cwd=wheel.parent, capture_output=True, text=True, check=False
    )


def test_all_that_is_no_python_travels_in_the_wheel(wheel):
    for name in ("migrations", "resources"):
        ours = {file.relative_to(TOP / name) for file in (TOP / name).rglob("*") if _ships(file)}
        packed = {
            file.relative_to(wheel / "storedesk" / f"_{name}")
            for file in (wheel / "storedesk" / f"_{name}").rglob("*")
            if _ships(file)
        }
        assert packed == ours


def test_what_is_in_the_wheel_finds_its_own_files(wheel):
    words = (
        "from storedesk import resources as r; print(r.migrations_folder(), r.resources_folder())"
    )
    there = os.environ | {"PYTHONPATH": str(wheel), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-c", words]
    done = subprocess.run(command, env=there, cwd="/", capture_output=True, text=True, check=True)
    inside = wheel / "storedesk"
    assert done.stdout.split() == [str(inside / "_migrations"), str(inside / "_resources")]
    assert run(wheel, "--version").stdout == f"storedesk {__version__}\n"


def test_a_store_is_made_and_checked_by_what_is_in_the_wheel(wheel, empty_store):
    name, dsn = empty_store.name, empty_store.dsn()
    made = run(
        wheel, "db", "init", "--dsn", dsn, "--owner", f"{name}_boss",
        STOREDESK_PASSWORD="a long enough password",
    )  # fmt: skip
    assert (made.stderr, made.returncode) == ("", 0)
    checked = run(wheel, "db", "check", "--dsn", dsn)
    assert (checked.stdout, checked.stderr) == ("Every rule holds.\n", "")


def _ships(file):
    return file.is_file() and "__pycache__" not in file.parts
