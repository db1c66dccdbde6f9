"""`storedesk backup` and `storedesk restore`, on this computer and on a server that a DSN names."""

import os
import subprocess
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from storedesk.adapters.embedded import binaries
from storedesk.adapters.embedded.server import Server
from storedesk.adapters.transfer.backup_files import backups
from storedesk.api.staff import verifier
from storedesk.background import Background
from storedesk.cli import run
from storedesk.domain.refusals.errors import NotAllowed
from storedesk.domain.store import StoreSettings
from storedesk.domain.workspace import NewStore
from storedesk.services import workspace
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, ServerAddress, StoreKind
from tests.conftest import PASSWORD, Store


def quiet(*_):
    pass


KATE = f"kate{os.getpid()}"  # no store's name before it, and another in each worker


class Computer:
    """A computer with a profile folder, and no store yet."""

    def __init__(self, folder):
        self.profile = Profile(folder)
        self.workspace = Workspace(self.profile)

    def run(self, *words):
        return run(["--profile", str(self.profile.folder), *map(str, words)])

    def found(self, login="kim"):
        new = NewStore(
            settings=StoreSettings(name="Corner Books"),
            login=login,
            display_name=login.title(),
            password=PASSWORD,
        )
        self.workspace.make_store(new, quiet)
        self.workspace.leave()

    def signs_in(self, login="kim", password=PASSWORD):
        entered = self.workspace.sign_in(login, password)
        entered.desk.close()
        return entered

    def demolish(self):
        self.workspace.leave()
        for kind in (StoreKind.EMBEDDED, StoreKind.DEMO):
            if (self.profile.folder / kind.value).exists():
                server = Server(self.profile.folder / kind.value)
                server.start()
                server.remove()


@pytest.fixture
def computer(tmp_path_factory, monkeypatch):
    made = []
    monkeypatch.setattr(workspace, "Server", partial(Server, settings={"fsync": "off"}))

    def computer():
        made.append(Computer(tmp_path_factory.mktemp("computer")))
        return made[-1]

    yield computer
    for one in made:
        one.demolish()


@pytest.fixture
def shop(built):
    """A store on a server of its own name, whose people are called as they like."""
    store = Store(built.server, f"saved_{os.getpid()}")
    store.build()
    words = "SELECT core.create_staff(core.now(), %s, 'Kate', ARRAY['manager'], %s)"
    store.sql(words, KATE, verifier(KATE, PASSWORD))
    yield store
    with psycopg.connect(built.server, autocommit=True) as line:
        line.execute(f"DROP DATABASE IF EXISTS {store.name} WITH (FORCE)")
        line.execute(f"DROP ROLE IF EXISTS {KATE}")
    store.demolish()


def test_a_store_on_one_computer_comes_back_on_another(computer, tmp_path, capsys):
    old, new = computer(), computer()
    old.found()
    assert old.run("backup", "--to", tmp_path / "stick") == 0
    [saved] = backups(tmp_path / "stick", "store")
    assert capsys.readouterr().out == f"Saved as {saved.path}, restored and compared.\n"

    assert new.run("restore", saved.path) == 0
    assert capsys.readouterr().out == (
        "The store store is restored: 1 person signs in as before.\n"
    )
    assert new.profile.preferences().store is StoreKind.EMBEDDED
    entered = new.signs_in()
    assert (entered.me.name, entered.store.name) == ("Kim", "Corner Books")
    assert run(["db", "check", "--dsn", new.workspace.own_dsn()]) == 0


def test_an_encrypted_backup_comes_back_with_its_passphrase_alone(
    computer, tmp_path, capsys, monkeypatch
):
    old, new = computer(), computer()
    old.found()
    monkeypatch.setenv("STOREDESK_PASSPHRASE", "correct horse battery")
    assert old.run("backup", "--encrypt", "--to", tmp_path / "stick") == 0
    [saved] = (tmp_path / "stick").iterdir()
    assert saved.suffix == ".sealed"
    assert capsys.readouterr().out == f"Saved as {saved}, restored and compared.\n"

    monkeypatch.setenv("STOREDESK_PASSPHRASE", "another horse")
    assert new.run("restore", saved) == 1
    assert f"This passphrase does not open {saved.name}." in capsys.readouterr().err
    assert new.profile.preferences().store is None
    assert not new.workspace.is_made(StoreKind.EMBEDDED)

    monkeypatch.setenv("STOREDESK_PASSPHRASE", "correct horse battery")
    assert new.run("restore", saved) == 0
    assert new.signs_in().me.name == "Kim"


def test_a_store_that_is_there_stays(computer, tmp_path, capsys):
    old, other = computer(), computer()
    old.found()
    other.found("olga")
    assert old.run("backup", "--to", tmp_path) == 0
    [saved] = backups(tmp_path, "store")
    assert other.run("restore", saved.path) == 1
    assert "There is a store on this computer already" in capsys.readouterr().err
    assert other.signs_in("olga").me.login == "olga"


def test_without_a_folder_it_goes_where_the_window_saves_and_few_are_kept(computer, capsys):
    one = computer()
    one.found()
    for _ in range(2):
        assert one.run("backup", "--keep", "1") == 0
    assert len(backups(one.profile.backups, "store")) == 1
    for wrong in ("0", "-1", "x", "1001"):
        with pytest.raises(SystemExit):
            one.run("backup", "--keep", wrong)
    capsys.readouterr()


def test_what_is_not_said_is_as_the_settings_have_it(computer, tmp_path, capsys):
    one, stick = computer(), tmp_path / "stick"
    one.found()
    stick.mkdir()
    one.workspace.open()
    with psycopg.connect(one.workspace.own_dsn(), autocommit=True) as line:
        words = "UPDATE storedesk.store_settings SET backups_kept = 1, backup_folder = %s"
        line.execute(words, [str(stick)])
    one.workspace.leave()
    for _ in range(2):
        assert one.run("backup") == 0
    assert len(backups(stick, "store")) == 1
    assert one.run("backup", "--keep", "2") == 0
    assert len(backups(stick, "store")) == 2
    assert one.run("backup", "--to", tmp_path / "other") == 0
    assert len(backups(tmp_path / "other", "store")) == 1
    stick.rename(tmp_path / "taken out")
    assert one.run("backup") == 0
    assert len(backups(one.profile.backups, "store")) == 1
    capsys.readouterr()


def test_a_backup_that_is_none_leaves_the_computer_as_it_was(computer, tmp_path, capsys):
    one = computer()
    (tmp_path / "x.dump").write_bytes(b"a photograph")
    for make in (quiet, (tmp_path / "x.sha256").touch):
        make()
        assert one.run("restore", tmp_path / "x.dump") == 1
    assert capsys.readouterr().err.count("\n") == 2
    assert one.profile.preferences().store is None
    assert not one.workspace.is_made(StoreKind.EMBEDDED)
    one.found()


def test_where_no_store_is_or_it_is_elsewhere_that_is_said(computer, capsys):
    one = computer()
    assert one.run("backup") == 1
    assert "No store is chosen on this computer yet" in capsys.readouterr().err
    there = ServerAddress(host="store.example.com", database="shop", ca_file="/ca.crt")
    one.profile.change(store=StoreKind.SHARED, address=there)
    assert one.run("backup") == 1
    assert "is kept at store.example.com. Give --dsn." in capsys.readouterr().err
    one.profile.change(address=None)
    assert one.run("backup") == 1
    assert "No store is chosen on this computer yet" in capsys.readouterr().err


def test_the_store_of_a_server_comes_back_on_one_computer_under_its_own_name(
    shop, computer, tmp_path, capsys
):
    """And is worked with there as any other: people, the program's own work, the next backup."""
    assert run(["backup", "--dsn", shop.dsn(), "--to", str(tmp_path)]) == 0
    [saved] = backups(tmp_path, shop.name)
    one = computer()
    assert one.run("restore", saved.path) == 0
    assert f"The store {shop.name} is restored: 6 people sign in" in capsys.readouterr().out

    assert one.signs_in(KATE).me.name == "Kate"
    assert one.signs_in("cyd").me.login == f"{shop.name}_cyd", "the store's name may be left out"
    with pytest.raises(NotAllowed):
        one.signs_in(KATE, "not the password")
    background = Background(one.workspace, quiet)
    background._daily()
    background.close()
    [daily] = backups(one.profile.backups, shop.name)
    assert (datetime.now(UTC) - daily.taken_at).total_seconds() < 600

    again = Workspace(Profile(one.profile.folder))
    again.open()
    assert again.database == shop.name
    again.leave()


def test_a_store_whose_mark_is_lost_is_found_again_under_its_name(shop, computer, tmp_path):
    assert run(["backup", "--dsn", shop.dsn(), "--to", str(tmp_path)]) == 0
    one = computer()
    assert one.run("restore", backups(tmp_path, shop.name)[0].path) == 0
    (one.profile.folder / "embedded" / "store.toml").unlink()
    (one.profile.folder / "settings.toml").unlink()
    with pytest.raises(Exception, match="There is a store on this computer already"):
        one.found("olga")
    one.workspace.choose(StoreKind.EMBEDDED)
    assert one.signs_in(KATE).me.name == "Kate"


def test_a_store_comes_back_on_a_server_that_a_dsn_names(shop, tmp_path, monkeypatch, capsys):
    assert run(["backup", "--dsn", shop.dsn(), "--to", str(tmp_path)]) == 0
    shop.sql("UPDATE storedesk.store_settings SET backups_kept = 1")
    assert run(["backup", "--dsn", shop.dsn(), "--to", str(tmp_path)]) == 0
    [saved] = backups(tmp_path, shop.name)
    anywhere = make_conninfo(shop.server, dbname="postgres")
    assert run(["restore", str(saved.path), "--dsn", shop.dsn()]) == 1
    assert "Nothing was overwritten" in capsys.readouterr().err
    with psycopg.connect(anywhere, autocommit=True) as line:
        line.execute(f"DROP DATABASE {shop.name} WITH (FORCE)")
        line.execute(f"ALTER ROLE {KATE} PASSWORD 'meanwhile another one'")

    other = make_conninfo(shop.server, dbname="another")
    assert run(["restore", str(saved.path), "--dsn", other]) == 1
    assert f"a backup of the store {shop.name}" in capsys.readouterr().err
    assert run(["restore", str(saved.path), "--dsn", anywhere]) == 1
    assert f"with other passwords: {KATE}." in capsys.readouterr().err
    monkeypatch.setenv("PGDATABASE", shop.name)
    assert run(["restore", str(saved.path), "--dsn", anywhere, "--logins", "replace"]) == 0
    assert "is restored: 6 people sign in as before" in capsys.readouterr().out
    assert shop.broken() == []
    kate = make_conninfo(shop.dsn(), user=KATE, password=PASSWORD)
    with psycopg.connect(kate) as line:
        assert line.execute("SELECT api.me() ->> 'name'").fetchone() == ("Kate",)


def test_only_a_superuser_saves_a_server(shop, tmp_path, capsys):
    assert run(["backup", "--dsn", shop.dsn("cyd"), "--to", str(tmp_path)]) == 1
    assert "Only a superuser" in capsys.readouterr().err
    nowhere = make_conninfo(shop.server, dbname="postgres")
    assert run(["backup", "--dsn", nowhere, "--to", str(tmp_path)]) == 1
    assert "There is no store in this database" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        run(["backup", "--dsn", shop.dsn()])
    assert list(tmp_path.iterdir()) == []


def test_a_server_whose_programs_are_not_here_says_what_to_install(
    shop, tmp_path, monkeypatch, capsys
):
    monkeypatch.delenv(binaries.OVERRIDE, raising=False)
    monkeypatch.setattr(binaries, "_anywhere", lambda: iter([tmp_path]))
    assert run(["backup", "--dsn", shop.dsn(), "--to", str(tmp_path / "to")]) == 1
    assert "apt-get install postgresql-client-" in capsys.readouterr().err


def test_a_folder_that_is_named_hides_no_programs_of_this_computer(shop, tmp_path, monkeypatch):
    """One that is named has the programs of one version, and servers elsewhere have others."""
    with shop.line() as line:
        here = binaries.find_clients(line.info.server_version // 10_000).folder
    monkeypatch.setenv(binaries.OVERRIDE, str(tmp_path))
    monkeypatch.setattr(binaries, "_anywhere", lambda: iter([here]))
    assert run(["backup", "--dsn", shop.dsn(), "--to", str(tmp_path / "to")]) == 0


def test_a_password_of_the_dsn_stands_on_no_command_line(shop, tmp_path, monkeypatch):
    """Others on the computer read the words that a program was started with."""
    words, real = [], subprocess.run

    def watched(command, **how):
        words.append(" ".join(map(str, command)))
        return real(command, **how)

    monkeypatch.setattr("subprocess.run", watched)
    secret = make_conninfo(shop.dsn(), password="hush-hush")
    assert run(["backup", "--dsn", secret, "--to", str(tmp_path)]) == 0
    assert any(Path(command.split()[0]).stem == "pg_dump" for command in words)
    assert "hush" not in "".join(words)
