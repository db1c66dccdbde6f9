"""Screens for proofs, and the program on them; where one is impossible, why."""

from decimal import Decimal

import pytest
from psycopg.conninfo import conninfo_to_dict

from storedesk.settings import Profile, ServerAddress, StoreKind
from tests.endurance.cable import Cable
from tests.screen.counter import Counter
from tests.screen.program import Program
from tests.screen.sales import NAMES, SHELF, ShelfProduct
from tests.screen.screen import Screen, lacking

REGISTER = """
    INSERT INTO storedesk.registers (code, name) VALUES ('T1', 'Till 1')
    ON CONFLICT (code) DO UPDATE SET code = excluded.code RETURNING id
"""
SLOW = pytest.mark.skip(reason="takes minutes; `make accessibility` and `make drive` run them")


def pytest_collection_modifyitems(config, items):
    """Leave the long proofs to their own make targets, which ask for them."""
    if "slow" not in config.option.markexpr:
        for item in items:
            if item.get_closest_marker("slow") and "tests/screen" in item.nodeid:
                item.add_marker(SLOW)


@pytest.fixture(scope="module")
def manager(request):
    """The window manager of the screen; a test may name others."""
    return getattr(request, "param", "openbox")


@pytest.fixture(scope="module")
def size(request):
    """The size of the screen in pixels; a test may name another."""
    return getattr(request, "param", "1366x768")


@pytest.fixture(scope="module")
def screen(tmp_path_factory, manager, size):
    """A screen of its own, with somebody who hears it."""
    if lack := lacking(manager):
        pytest.skip(lack)
    with Screen(tmp_path_factory.mktemp("screen"), size=size, manager=manager) as screen:
        yield screen


@pytest.fixture(scope="module")
def open_program(screen, tmp_path_factory):
    """Start the program on a new profile, and end it."""
    opened = []

    def open_program(profile=None):
        opened.append(Program(screen, profile or tmp_path_factory.mktemp("profile")))
        return opened[-1].start()

    yield open_program
    for program in opened:
        program.close()


@pytest.fixture
def cable(store):
    """The line from the tills to the server."""

    def socket():
        known = conninfo_to_dict(store.server)
        return f"{known['host']}/.s.PGSQL.{known['port']}"

    cable = Cable(socket)
    yield cable
    cable.close()


@pytest.fixture
def products(goods):
    """Ten products with codes of eight digits, no two of which begin with the same letters."""
    return [
        ShelfProduct(
            goods(f"4000{number:04}", price=f"{2 + number}.50", on_hand=SHELF, name=name),
            name, f"4000{number:04}", Decimal(f"{2 + number}.50"),
        )
        for number, name in enumerate(NAMES)
    ]  # fmt: skip


@pytest.fixture
def at_till(screen, store, cable, tmp_path):
    """Start the program of somebody who works here, and sign them in; a cashier opens the shift."""
    opened = []

    def at_till(person="bob"):
        folder = tmp_path / person
        Profile(folder).change(
            store=StoreKind.SHARED,
            address=ServerAddress(host="127.0.0.1", port=cable.port, database=store.name),
            login=store.login(person), register=store.sql(REGISTER),
        )  # fmt: skip
        opened.append(Counter(screen, folder))
        opened[-1].start().sign_in()
        return opened[-1]

    yield at_till
    for program in opened:
        program.close()
