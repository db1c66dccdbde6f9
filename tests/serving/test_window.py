"""The real program joins a server that the real command has set up: by its file, and over TLS."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from storedesk.adapters.debian.certificates import Authority
from storedesk.documents import join_file
from tests.endurance.windows import Window
from tests.serving.conftest import ELSEWHERE, PASSWORD

GOODS = """
    WITH things AS (INSERT INTO categories (name) VALUES ('Things') RETURNING id)
    INSERT INTO products (name, price_amount, price_currency, category_id, status)
    SELECT 'Mug', 2.50, s.currency, things.id, 'active' FROM things, storedesk.store_settings AS s
"""


@pytest.fixture(scope="module")
def served(machine):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STOREDESK_PASSWORD", PASSWORD)
        assert machine.set_up("--name", "Corner Shop", "--currency", "EUR") == 0
    return machine


@pytest.fixture
def invitation(served, tmp_path):
    """Write the join file as for a till elsewhere: all of the rules hold."""

    def invitation(certificate=None):
        read = join_file.read(served.join_file)
        file = tmp_path / "shop.storedesk"
        there = replace(read.address, host=ELSEWHERE)
        file.write_bytes(join_file.written(there, certificate or read.certificate))
        return file

    return invitation


@pytest.fixture
def till(tmp_path):
    """A computer on which StoreDesk is opened for the first time."""
    window = Window(tmp_path / "profile").open()
    yield window
    assert window.close() == 0


def test_a_till_joins_signs_in_and_sees_what_happens(served, invitation, till):
    assert till.ask("join", file=str(invitation()))["is_joined"]
    till.enter(PASSWORD, login=served.owner)
    till.ask("go", page="products")
    assert till.ask("wait", rows=0, patience=20)["at"]

    with served.server().connected(served.database) as line:
        line.execute(GOODS)
        ours = """
            SELECT bool_and(s.ssl), count(*) > 1 FROM pg_stat_activity AS a
            JOIN pg_stat_ssl AS s USING (pid) WHERE a.usename = %s
        """
        assert line.execute(ours, [served.owner]).fetchone() == (True, True)
    assert till.ask("wait", rows=1, patience=20)["at"], "the window does not hear of it"


def test_a_till_with_another_servers_file_says_so_and_joins_nothing(served, invitation, till):
    owner = served.server().owner
    stranger = Authority(served.folder / "stranger", owner)
    stranger.make("StoreDesk at somewhere else", datetime.now(UTC))
    came = till.ask("join", file=str(invitation(stranger.file.read_text())))
    assert not came["is_joined"]
    assert "The CA file does not confirm the server's certificate" in came["problem"]
