"""A day of the week in every run of the suite; `make week` plays all of it."""

import pytest

from storedesk.services import workspace
from tests.week.proof import Proof
from tests.week.shop import hurry

ORDERS = 25


@pytest.fixture
def hurried(monkeypatch):
    """Have the servers of this test not wait for the disk."""
    monkeypatch.setattr(workspace, "Server", workspace.Server)
    hurry()


@pytest.fixture
def folder(tmp_path_factory):
    """A folder that the server's account can reach."""
    made = tmp_path_factory.mktemp("week")
    for one in (made, *list(made.parents)[:2]):
        one.chmod(0o755)
    return made


@pytest.mark.usefixtures("qapp", "hurried")
def test_a_day_of_four_tills_is_in_every_report_as_in_the_rows(folder):
    said = []
    proof = Proof(folder, "inclusive", seed=4, days=1, orders=ORDERS, say=said.append)
    wrongs = proof.run(is_restored=False)
    print(*said, sep="\n")
    assert wrongs == []


@pytest.mark.slow
@pytest.mark.usefixtures("qapp", "hurried")
@pytest.mark.parametrize("mode", ["exclusive", "inclusive"])
def test_a_week_comes_back_from_backups_as_it_was(mode, folder):
    assert Proof(folder, mode, seed=4, days=7, orders=500).run() == []
