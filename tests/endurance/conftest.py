"""A store on a server of its own, which may be killed, and real windows at its tills."""

import tempfile
from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from storedesk.adapters.embedded.server import Server
from tests.conftest import Store
from tests.drawn import unique
from tests.endurance.cable import Cable
from tests.endurance.windows import Window

COUNTS = "SELECT stock_level, reserved_quantity FROM inventory WHERE product_id = %s"


SLOW = pytest.mark.skip(reason="takes minutes; `make endurance` runs it")


def pytest_collection_modifyitems(config, items):
    """Leave the long proofs to their own make target, which asks for them."""
    if "slow" not in config.option.markexpr:
        for item in items:
            if item.get_closest_marker("slow") and "endurance" in item.nodeid:
                item.add_marker(SLOW)


class Shop(Store):
    """A store with windows at its tills."""

    def __init__(self, server: Server, folder: Path) -> None:
        super().__init__(server.dsn(), "shop")
        self.postgres, self.folder = server, folder
        self.windows: list[Window] = []
        self.cables: list[Cable] = []

    def socket(self) -> str:
        """Tell where the server listens."""
        known = conninfo_to_dict(self.server)
        return f"{known['host']}/.s.PGSQL.{known['port']}"

    def register(self, code: str):
        """Put up a till."""
        words = """
            INSERT INTO storedesk.registers (code, name) VALUES (%s, %s)
            ON CONFLICT (code) DO UPDATE SET code = excluded.code RETURNING id
        """
        return self.sql(words, code, f"Till {code[1:]}")

    def window(self, code: str = "T1", person: str = "bob") -> tuple[Window, Cable]:
        """Give `person` a window at the till with that code, at the end of a cable."""
        cable = Cable(self.socket)
        window = Window.shared(
            self.folder / f"{code}-{unique(6)}",
            port=cable.port, database=self.name, login=self.login(person),
            register=self.register(code),
        )  # fmt: skip
        self.cables.append(cable)
        self.windows.append(window)
        return window, cable

    def stock(self, product) -> tuple[int, int]:
        """Return what is on the shelf, and what of it is promised."""
        return self.rows(COUNTS, product)[0]

    def orders(self) -> list[str]:
        """Return the numbers of all orders."""
        return [number for (number,) in self.rows("SELECT order_number FROM orders ORDER BY 1")]

    def payments_asked(self) -> int:
        """Return how many requests to pay were done."""
        return self.sql("SELECT count(*) FROM storedesk.requests WHERE command = 'pay'")

    def leave(self) -> None:
        """Close all windows of a test."""
        codes = [window.close() for window in self.windows]
        for cable in self.cables:
            cable.close()
        self.windows.clear()
        self.cables.clear()
        assert not any(codes), codes


@pytest.fixture(scope="session")
def built():
    """The store, on a server that forgets nothing."""
    with tempfile.TemporaryDirectory(prefix="storedesk-endurance-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        server = Server(folder / "server", settings={"log_connections": "off"})
        server.start()
        try:
            shop = Shop(server, folder)
            shop.build()
            yield shop
        finally:
            server.remove()


@pytest.fixture
def shop(store):
    """The store as it opens, with its windows closed at the end."""
    yield store
    store.leave()


@pytest.fixture
def at_till(shop):
    """Bob at his till, the shift open."""

    def at_till(code="T1", person="bob"):
        window, cable = shop.window(code, person)
        window.start().open_shift()
        return window, cable

    return at_till
