"""The store of a computer goes to a newer PostgreSQL by itself, and its old data is kept."""

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import psycopg
import pytest

from storedesk.adapters.embedded import binaries
from storedesk.adapters.embedded.binaries import OLDEST, OVERRIDE, find_binaries
from storedesk.adapters.embedded.server import PLACE, Server, made_by
from storedesk.adapters.transfer import store_copy
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.store import StoreSettings
from storedesk.domain.workspace import NewStore, WorkspaceStep
from storedesk.services import server_upgrade, workspace
from storedesk.services.server_upgrade import WHOLE, WORK, upgrade_server
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, StoreKind
from tests.conftest import PASSWORD

OLD = Path(f"/usr/lib/postgresql/{OLDEST}/bin")
pytestmark = pytest.mark.skipif(
    OVERRIDE in os.environ or not (OLD / "postgres").exists() or sys.platform == "win32",
    reason="needs the oldest PostgreSQL beside the one of the program",
)
COUNT = "SELECT count(*) FROM storedesk.audit_event"
SECRET = "SELECT secret FROM storedesk.secrets ORDER BY name"


def quiet(*_):
    pass


class OldStore:
    """A store whose data the oldest PostgreSQL has made."""

    def __init__(self, folder):
        self.profile = Profile(folder)
        self.workspace = Workspace(self.profile)
        self.home = folder / StoreKind.EMBEDDED.value

    def ask(self, words):
        with psycopg.connect(self.workspace.own_dsn()) as line:
            return line.execute(words).fetchall()

    def major(self):
        return made_by(self.home / PLACE / "data")


@pytest.fixture
def old(tmp_path_factory, monkeypatch):
    for module in (workspace, server_upgrade):
        monkeypatch.setattr(module, "Server", partial(Server, settings={"fsync": "off"}))
    made = OldStore(tmp_path_factory.mktemp("computer"))
    settings = StoreSettings(name="Corner Books")
    new = NewStore(settings=settings, login="kim", display_name="Kim", password=PASSWORD)
    with monkeypatch.context() as only_old:
        only_old.setenv(OVERRIDE, str(OLD))
        made.workspace.make_store(new, quiet)
        made.before = [made.ask(words) for words in (COUNT, SECRET)]
        made.workspace.leave()
    assert made.major() == OLDEST
    yield made
    monkeypatch.delenv(OVERRIDE, raising=False)
    made.workspace.leave()
    for home in (made.home, made.home / WORK):
        if (home / PLACE).exists():
            server = Server(home)
            server.start()
            server.remove()
    for kept in made.home.glob(f"{PLACE}-*"):
        shutil.rmtree(kept.resolve())


def test_it_moves_to_the_programs_own_version_and_keeps_the_old_data(old):
    steps = []
    old.workspace.open(lambda step, share: steps.append((step, share)))
    assert old.major() == find_binaries().major > OLDEST
    kept = old.home / f"{PLACE}-{OLDEST}"
    assert made_by(kept / "data") == OLDEST
    assert not (old.home / WORK).exists()
    shares = [share for step, share in steps if step is WorkspaceStep.NEWER]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert [old.ask(words) for words in (COUNT, SECRET)] == old.before
    entered = old.workspace.sign_in("kim", PASSWORD)
    assert entered.store.name == "Corner Books"
    entered.desk.close()
    old.workspace.leave()
    old.workspace.open()
    assert list(old.home.glob(f"{PLACE}-*")) == [kept], "once is enough"


def test_killed_before_it_is_whole_the_old_one_goes_on_and_it_is_tried_again(old):
    words = (
        "import os; from pathlib import Path; from storedesk.services import server_upgrade as s;"
        "from storedesk.adapters.transfer import store_copy as c;"
        "c.restoring.restore = lambda *a, **k: os.kill(os.getpid(), 9);"
        f"s.upgrade_server(Path({str(old.home)!r}), print)"
    )
    killed = subprocess.run([sys.executable, "-c", words], capture_output=True, check=False)
    assert killed.returncode == -9, killed.stderr
    assert old.major() == OLDEST
    assert (old.home / WORK).exists()
    old.workspace.open()
    assert old.major() == find_binaries().major
    assert [old.ask(words) for words in (COUNT, SECRET)] == old.before


@pytest.mark.parametrize("after", ["whole", "set_aside"])
def test_killed_while_it_changes_its_place_it_goes_on(after, old, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as short:
        if after == "whole":
            short.setattr(server_upgrade, "_set_aside", stop)
        else:
            short.setattr(
                Path, "rename",
                lambda path, to, was=Path.rename: stop() if path.parent.name == WORK
                else was(path, to),
            )  # fmt: skip
        with pytest.raises(KeyboardInterrupt):
            old.workspace.open()
    assert (old.home / WORK / WHOLE).exists()
    old.workspace.open()
    assert old.major() == find_binaries().major
    assert old.ask(COUNT) == old.before[0]


def test_what_an_older_program_has_written_meanwhile_is_not_lost(old, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as short:
        short.setattr(server_upgrade, "_set_aside", stop)
        with pytest.raises(KeyboardInterrupt):
            old.workspace.open()
    server = Server(old.home)
    server.start()
    with psycopg.connect(server.dsn("store")) as line:
        line.execute("UPDATE storedesk.store_settings SET name = 'Written meanwhile'")
    server.stop()
    old.workspace.open()
    assert old.major() == find_binaries().major
    assert old.ask("SELECT name FROM storedesk.store_settings") == [("Written meanwhile",)]


def test_a_store_that_somebody_works_with_stays(old):
    other = Server(old.home)
    other.start()
    assert upgrade_server(old.home, quiet) is None
    assert old.major() == OLDEST
    other.stop()


def test_what_fails_leaves_the_old_one_usable(old, monkeypatch):
    def fail(*_, **__):
        raise Unavailable("restore_failed", what="no room")

    monkeypatch.setattr(store_copy.restoring, "restore", fail)
    old.workspace.open()
    assert old.major() == OLDEST
    assert not (old.home / WORK).exists()
    assert [old.ask(words) for words in (COUNT, SECRET)] == old.before


def test_without_the_old_programs_it_is_said_what_to_do(old, monkeypatch):
    monkeypatch.setenv(OVERRIDE, str(find_binaries().folder))
    binaries._inspected.cache_clear()
    with pytest.raises(Refused) as refusal:
        old.workspace.open()
    assert refusal.value.code == "server_other_version"
    assert "Install PostgreSQL 15 and start StoreDesk once more" in str(refusal.value)
