"""A store with goods, and the real program at its tills, each on a screen that nobody else uses."""

import time
from decimal import Decimal

import pytest
from psycopg.conninfo import conninfo_to_dict

from storedesk.settings import Profile, ServerAddress, StoreKind
from tests.endurance.cable import Cable
from tests.screen.counter import Counter
from tests.screen.drive.sales import NAMES, SHELF, ShelfProduct

REGISTER = """
    INSERT INTO storedesk.registers (code, name) VALUES ('T1', 'Till 1')
    ON CONFLICT (code) DO UPDATE SET code = excluded.code RETURNING id
"""


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


@pytest.fixture
def timed(capsys):
    """Print how long something took, in one line of its own."""

    def timed(what, start):
        with capsys.disabled():
            print(f"\n{what}: {time.monotonic() - start:.1f} s", flush=True)

    return timed
