"""A server that Debian looks after, on this computer's own address, gone after the tests."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from storedesk.adapters.debian.server import find_server
from storedesk.cli import run
from storedesk.documents import join_file
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile
from tests.drawn import unique
from tests.persistence.tls import ADDRESS, free_port

ELSEWHERE = "127.1"
"""This computer, so written that nobody takes it for this computer: all of the rules hold."""
PASSWORD = "a long enough password"  # for tests alone


class Machine:
    """A computer with Debian's PostgreSQL, and one who administers it."""

    def __init__(self, folder):
        self.folder = folder
        self.major = max(int(path.parent.parent.name) for path in _programs())
        self.name = f"storedesk{unique(8)}"
        self.database = f"shop_{unique(6)}"
        self.owner = f"{self.database}_olga"
        self.join_file = folder / "shop.storedesk"

    def make(self):
        port = str(free_port())
        words = ["--port", port, "--start-conf", "manual", "--datadir", self.folder / "data"]
        self.call("pg_createcluster", self.major, self.name, *words, "--", "--no-sync")
        fast = self.server().config / "conf.d" / "00-test.conf"
        fast.write_text(f"fsync = off\nlisten_addresses = '{ADDRESS}'\n")

    def drop(self):
        self.call("pg_dropcluster", "--stop", self.major, self.name)

    def server(self):
        return find_server(f"{self.major}/{self.name}")

    def set_up(self, *words, host=ADDRESS, how=("--owner",)):
        """Run the command as it is documented; return its exit code."""
        given = ["--cluster", f"{self.major}/{self.name}", "--database", self.database]
        given += ["--join-file", str(self.join_file), "--keep-in", str(self.folder / "kept")]
        given += ["--host", host, "--listen", ADDRESS] if host else []
        given += ["--owner", self.owner] if how == ("--owner",) else [str(word) for word in how]
        return run(["server", "setup", *given, *map(str, words)])

    def invitation(self, profile):
        """Read the join file as a till does, and take the server for one elsewhere."""
        read = join_file.read(self.join_file)
        ca_file = str(profile.keep_authority(read.certificate))
        return replace(read.address, host=ELSEWHERE, ca_file=ca_file)

    @staticmethod
    def call(*words):
        done = subprocess.run([str(word) for word in words], capture_output=True, text=True,
                              check=False)  # fmt: skip
        assert done.returncode == 0, done.stderr


def _programs():
    return list(Path("/usr/lib/postgresql").glob("[1-9]*/bin/postgres"))


@pytest.fixture(scope="module")
def machine():
    if os.geteuid() != 0:
        pytest.skip("only root makes servers that Debian looks after")
    if not shutil.which("pg_createcluster") or not _programs():
        pytest.skip("Debian's PostgreSQL is not on this computer")
    with tempfile.TemporaryDirectory(prefix="storedesk-debian-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        made = Machine(folder)
        made.make()
        yield made
        made.drop()


@pytest.fixture(autouse=True)
def known_password(monkeypatch):
    monkeypatch.setenv("STOREDESK_PASSWORD", PASSWORD)


@pytest.fixture
def till_workspace(tmp_path):
    made = Workspace(Profile(tmp_path / "till"))
    yield made
    made.leave()
