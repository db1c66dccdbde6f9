"""A store on a server of its own, set up as the program does it, for attacks by its own people."""

import tempfile
from pathlib import Path

import psycopg
import pytest

from storedesk.adapters.embedded.server import Server
from tests.attacks.shop import AttackedShop

SLOW = pytest.mark.skip(reason="takes minutes; `make attacks` runs it")
SMALL_QUEUE = "64"
"""Pages of eight kilobytes, the fewest: filled within a second."""


def pytest_collection_modifyitems(config, items):
    """Leave the long attacks to their own make target, which asks for them."""
    if "slow" not in config.option.markexpr:
        for item in items:
            if item.get_closest_marker("slow") and "attacks" in item.nodeid:
                item.add_marker(SLOW)


@pytest.fixture(scope="session")
def attacked():
    """The store that is attacked, durable and limited as any other."""
    with tempfile.TemporaryDirectory(prefix="storedesk-attacks-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        server = Server(folder / "server", settings={"log_connections": "off"})
        server.start()
        try:
            shop = AttackedShop(server.dsn(), "shop")
            shop.postgres = server
            shop.build()
            yield shop
        finally:
            server.remove()


@pytest.fixture(scope="session")
def small():
    """A store on a server whose queue of messages is small."""
    with tempfile.TemporaryDirectory(prefix="storedesk-attacks-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        settings = {"fsync": "off", "max_notify_queue_pages": SMALL_QUEUE}
        server = Server(folder / "server", settings=settings)
        server.start()
        try:
            shop = AttackedShop(server.dsn(), "shop")
            shop.build()
            yield shop
        finally:
            server.remove()


@pytest.fixture(scope="session")
def has_small_queues(attacked):
    """Skip where the version has no such setting: its queue has eight gigabytes."""
    if attacked.sql("SELECT current_setting('server_version_num')::int") < 170000:
        pytest.skip("PostgreSQL 17 is the first whose queue of messages can be made small")


@pytest.fixture
def line():
    """Connect as somebody; all connections are closed at the end."""
    lines = []

    def line(shop, person, *, autocommit=True):
        lines.append(psycopg.connect(shop.dsn(person), autocommit=autocommit))
        return lines[-1]

    yield line
    for one in lines:
        one.close()
