"""A server is lost, and its store comes back: on another one, or on one computer."""

from functools import partial

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from storedesk.adapters.embedded.server import Server
from storedesk.adapters.transfer.backup_files import backups
from storedesk.cli import run
from storedesk.domain.store import StoreSettings
from storedesk.domain.workspace import NewStore
from storedesk.services import workspace
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, StoreKind
from tests.serving.conftest import PASSWORD


@pytest.fixture(scope="module")
def served(machine):
    """The machine with a store on it, whose first person is called as they like."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STOREDESK_PASSWORD", PASSWORD)
        machine.owner = "kim"
        assert machine.set_up() == 0
    return machine


@pytest.fixture
def own(tmp_path_factory, monkeypatch):
    """One computer, with or without a store of its own."""
    monkeypatch.setattr(workspace, "Server", partial(Server, settings={"fsync": "off"}))
    made = Workspace(Profile(tmp_path_factory.mktemp("own")))
    yield made
    made.leave()
    for kind in (StoreKind.EMBEDDED, StoreKind.DEMO):
        if (made.profile.folder / kind.value).exists():
            server = Server(made.profile.folder / kind.value)
            server.start()
            server.remove()


def test_the_store_of_a_lost_server_is_restored_set_up_and_found_by_its_tills(
    served, till_workspace, tmp_path, capsys
):
    till_workspace.join(served.invitation(till_workspace.profile))
    dsn = served.server().dsn(served.database)
    assert run(["backup", "--dsn", dsn, "--to", str(tmp_path)]) == 0
    [saved] = backups(tmp_path, served.database)
    with psycopg.connect(served.server().dsn(), autocommit=True) as line:
        line.execute(f"DROP DATABASE {served.database} WITH (FORCE)")
        roles = "SELECT string_agg(rolname, ', ') FROM pg_roles WHERE rolname ~ %s OR rolname = %s"
        [names] = line.execute(roles, [f"^{served.database}_", "kim"]).fetchone()
        line.execute(f"DROP ROLE {names}")

    anywhere = make_conninfo(dsn, dbname="postgres")
    assert run(["restore", str(saved.path), "--dsn", anywhere]) == 0
    assert run(["db", "check", "--dsn", dsn]) == 0
    assert served.set_up(how=()) == 0
    assert "nothing was changed" in capsys.readouterr().out
    till_workspace.sign_in("kim", PASSWORD).desk.close()


def test_the_store_of_a_server_comes_back_on_one_computer(served, own, tmp_path):
    """Its PostgreSQL is another, and later, version."""
    dsn = served.server().dsn(served.database)
    assert run(["backup", "--dsn", dsn, "--to", str(tmp_path)]) == 0
    [saved] = backups(tmp_path, served.database)
    assert run(["--profile", str(own.profile.folder), "restore", str(saved.path)]) == 0
    own.sign_in("kim", PASSWORD).desk.close()
    assert run(["db", "check", "--dsn", own.own_dsn()]) == 0


def test_an_older_server_takes_no_backup_of_a_later_one_and_says_so(served, own, capsys):
    new = NewStore(
        settings=StoreSettings(name="Corner Books"), login="olga", display_name="Olga",
        password=PASSWORD,
    )  # fmt: skip
    own.make_store(new, lambda *_: None)
    own.leave()
    assert run(["--profile", str(own.profile.folder), "backup"]) == 0
    [saved] = backups(own.profile.backups, "store")
    with psycopg.connect(served.server().dsn()) as line:
        if line.info.server_version // 10_000 >= 18:
            pytest.skip("Debian's PostgreSQL is no older here")
    assert run(["restore", str(saved.path), "--dsn", served.server().dsn()]) == 1
    assert "was made by a newer PostgreSQL" in capsys.readouterr().err
