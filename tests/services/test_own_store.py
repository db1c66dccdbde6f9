"""A store on this computer is saved from the window; called off or killed, nothing looks whole."""

import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from threading import Event

import psycopg
import pytest

from storedesk.adapters.embedded.server import Server
from storedesk.adapters.transfer.backup_files import backups, verify
from storedesk.background import Background
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.workspace import WorkspaceStep
from storedesk.queries.store_contents import store_contents
from storedesk.services import workspace
from storedesk.services.administration import asked
from storedesk.services.own_store import BackupStep, own_figures, save_own
from storedesk.services.restoring_here import found_backups, restore_here
from storedesk.settings import StoreKind
from tests.services.test_backups import Computer

PATIENCE = 60.0
RIGHT = "correct horse battery"
CHECK = WorkspaceStep.CHECK


@pytest.fixture
def other(tmp_path, monkeypatch):
    """Another computer, without a store."""
    monkeypatch.setattr(workspace, "Server", partial(Server, settings={"fsync": "off"}))
    made = Computer(tmp_path / "other")
    made.profile.make()
    yield made
    made.demolish()


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    made = Computer(tmp_path_factory.mktemp("computer"))  # another program opens it too: with fsync
    made.found()
    made.workspace.open()
    yield made
    made.demolish()


@pytest.fixture(scope="module")
def sealed(one, tmp_path_factory):
    """An encrypted backup, alone in its folder."""
    folder = tmp_path_factory.mktemp("stick")
    return save_own(one.workspace, folder, Event(), lambda _: None, RIGHT)


def test_a_backup_is_made_listed_and_whole(one, tmp_path):
    steps = []
    made = save_own(one.workspace, tmp_path / "stick", Event(), steps.append)
    verify(made)
    assert {BackupStep.SAVE, BackupStep.COMPARE} == set(steps)
    known = own_figures(one.workspace)
    assert known.can_be_saved
    assert [(at.folder, at.size) for at in known.backups] == [(tmp_path / "stick", made.size)]


@pytest.mark.parametrize("last", BackupStep)
def test_a_backup_that_is_called_off_leaves_nothing(one, tmp_path, last):
    stop = Event()

    def report(step):
        if step is last:
            stop.set()

    passphrase = RIGHT if last is BackupStep.ENCRYPT else ""
    with pytest.raises(Refused) as refused:
        save_own(one.workspace, tmp_path, stop, report, passphrase)
    assert refused.value.code == "backup_canceled"
    assert not [*tmp_path.iterdir()]
    assert one.workspace.server.databases() == [one.workspace.database]


def test_a_backup_that_is_killed_leaves_nothing_that_looks_whole(one, tmp_path):
    words = ["--profile", str(one.profile.folder), "backup", "--to", str(tmp_path)]
    program = subprocess.Popen(
        [sys.executable, "-m", "storedesk", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    until = time.monotonic() + PATIENCE
    while not any(file.stat().st_size for file in tmp_path.glob(".*.dump")):
        assert program.poll() is None, program.communicate()
        assert time.monotonic() < until
        time.sleep(0.002)
    program.send_signal(signal.SIGKILL)
    program.communicate()
    assert not backups(tmp_path, one.workspace.database)
    assert not [file for file in tmp_path.iterdir() if not file.name.startswith(".")]
    save_own(one.workspace, tmp_path, Event(), lambda _: None)
    assert len(backups(tmp_path, one.workspace.database)) == 1


def test_an_encrypted_backup_is_restored_in_a_new_profile_with_the_same_contents(
    one, other, sealed
):
    folder = sealed.path.parent
    assert [file.name for file in folder.iterdir()] == [sealed.path.name], "one file alone"
    assert any(known.is_encrypted for known in own_figures(one.workspace).backups)
    (found,) = found_backups(folder)
    assert (found.store, found.is_encrypted, found.size) == ("store", True, sealed.size)
    before, steps = asked(one.workspace.own_dsn(), store_contents), []
    done = restore_here(
        other.workspace, found.file, RIGHT, lambda step, _: steps.append(step), Event()
    )
    assert (done.contents, done.people, done.taken_at) == (before, 1, sealed.taken_at)
    assert [*dict.fromkeys(steps)] == [CHECK, WorkspaceStep.SERVER, WorkspaceStep.BACKUP]
    other.signs_in()
    assert not [*other.profile.folder.glob("**/*.dump")], "no copy is left unencrypted"
    with pytest.raises(Refused) as refused:
        restore_here(other.workspace, found.file, RIGHT, lambda *_: None, Event())
    assert refused.value.code == "store_here_already"


@pytest.mark.parametrize("last", [WorkspaceStep.CHECK, WorkspaceStep.SERVER, WorkspaceStep.BACKUP])
def test_a_restoring_that_is_called_off_leaves_nothing(other, sealed, last):
    stop = Event()

    def report(step, share):
        if step is last and (step is not WorkspaceStep.BACKUP or share):
            stop.set()

    with pytest.raises(Refused) as refused:
        restore_here(other.workspace, sealed.path, RIGHT, report, stop)
    assert refused.value.code == "restore_canceled"
    assert not other.workspace.is_made(StoreKind.EMBEDDED)
    assert other.profile.preferences().store is None
    assert not (other.profile.folder / "embedded" / "server").exists()


def test_a_wrong_passphrase_and_no_room_for_a_copy_are_said(other, sealed, tmp_path, monkeypatch):
    with pytest.raises(Refused) as refused:
        restore_here(other.workspace, sealed.path, "another one", lambda *_: None, Event())
    assert refused.value.code == "backup_passphrase"
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(Unavailable) as unavailable:
        restore_here(other.workspace, sealed.path, RIGHT, lambda *_: None, Event())
    assert unavailable.value.code == "restore_failed"
    assert not other.workspace.is_made(StoreKind.EMBEDDED)


def test_what_is_no_backup_is_named(tmp_path):
    for place, code in (
        (tmp_path, "no_backup_there"),
        (tmp_path / "gone.dump", "backup_unreadable"),
        (tmp_path / "cat.jpg", "backup_foreign"),
    ):
        if code == "backup_foreign":
            place.write_bytes(b"\xff\xd8 a cat")
        with pytest.raises(Refused) as refused:
            found_backups(place)
        assert refused.value.code == code


def test_backups_go_where_the_settings_say_and_not_lost_while_that_is_gone(one, tmp_path):
    folder, usual = tmp_path / "stick", one.profile.backups
    folder.mkdir()
    for day in ("2026-01-01", "2026-01-02"):
        (folder / f"store-{day}T100000Z.dump").touch()
    words = "UPDATE storedesk.store_settings SET backup_folder = %s, backups_kept = 1"
    with psycopg.connect(one.workspace.own_dsn(), autocommit=True) as line:
        line.execute(words, [str(folder)])
    background = Background(one.workspace, lambda _: None)
    background._daily()
    (made,) = backups(folder, "store")
    assert made.size, "the two of January are gone"
    background._daily()
    assert backups(folder, "store") == [made], "a day has not gone by"
    folder.rename(tmp_path / "pulled out")
    assert own_figures(one.workspace).missing == folder
    before = len(backups(usual, "store"))
    background._back_up()
    assert len(backups(usual, "store")) == max(before, 1)
    background.close()
    with psycopg.connect(one.workspace.own_dsn(), autocommit=True) as line:
        line.execute(words.replace("= 1", "= 14"), [None])
