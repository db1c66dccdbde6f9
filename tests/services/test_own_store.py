"""A store on this computer is saved from the window; called off or killed, nothing looks whole."""

import signal
import subprocess
import sys
import time
from threading import Event

import pytest

from storedesk.adapters.transfer.backup_files import backups, verify
from storedesk.domain.refusals.errors import Refused
from storedesk.services.own_store import BackupStep, own_figures, save_own
from tests.services.test_backups import Computer

PATIENCE = 60.0


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    made = Computer(tmp_path_factory.mktemp("computer"))  # another program opens it too: with fsync
    made.found()
    made.workspace.open()
    yield made
    made.demolish()


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

    with pytest.raises(Refused) as refused:
        save_own(one.workspace, tmp_path, stop, report)
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
