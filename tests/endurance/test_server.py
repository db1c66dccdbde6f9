"""The server goes and comes back while a till scans and pays: nothing typed is lost."""

import signal
import time
from pathlib import Path

import psycopg
import pytest

from storedesk.adapters.embedded.server import Server
from storedesk.domain.store import StoreSettings
from storedesk.domain.workspace import NewStore
from storedesk.persistence.schema.invariants import broken
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile
from tests.conftest import PASSWORD
from tests.endurance.windows import Window
from tests.torture.nemesis import stop_hard

WAYS = {"killed": signal.SIGKILL, "immediate": signal.SIGQUIT, "fast": signal.SIGINT}
LIMIT = 15.0
AWAY = 1.5
"""Seconds for which the server is gone: long enough to be seen."""


@pytest.mark.slow
@pytest.mark.usefixtures("invariants")
@pytest.mark.parametrize("way", WAYS)
def test_what_is_scanned_while_the_server_is_gone_is_on_the_counter_when_it_is_back(
    shop, at_till, goods, way
):
    mug = goods("MUG-1", name="Mug")
    window, _ = at_till()
    window.scan("MUG-1")
    window.lies(("Mug", 1))

    stop_hard(shop.postgres, WAYS[way])
    window.scan("MUG-1", "MUG-1")
    window.write("12")
    seen = window.until(lambda seen: seen["light"] == "bad", "the red light")
    assert "does not answer. This began at" in seen["lost"]
    assert seen["field"] == "12"
    time.sleep(AWAY)
    shop.postgres.start()
    back = time.monotonic()

    seen = window.until(lambda seen: seen["light"] == "ok" and not seen["sent"], "green", LIMIT)
    print(f"\n{way} while scanning: works again after {time.monotonic() - back:.1f} s")
    assert (seen["lines"], seen["field"], seen["problem"]) == ([["Mug", 3]], "12", "")
    window.press("Escape")
    window.quote()
    assert [window.pay()] == shop.orders()
    assert shop.stock(mug) == (7, 0)


@pytest.mark.slow
@pytest.mark.usefixtures("invariants")
def test_a_scan_into_a_long_silence_is_named_and_the_till_comes_back_by_itself(
    shop, at_till, goods
):
    goods("MUG-1", name="Mug")
    goods("BOWL-1", name="Bowl")
    window, _ = at_till()
    window.scan("MUG-1")
    window.lies(("Mug", 1))

    stop_hard(shop.postgres)
    window.scan("BOWL-1")
    seen = window.until(lambda seen: "BOWL-1" in seen["problem"], "the scan by its name", 30)
    print(f"\na scan into a long silence: “{seen['problem']}”")
    shop.postgres.start()
    back = time.monotonic()

    seen = window.until(lambda seen: seen["light"] == "ok" and not seen["sent"], "green", LIMIT)
    print(f"works again after {time.monotonic() - back:.1f} s")
    assert seen["lines"] == [["Mug", 1]]
    window.press("Escape")
    window.scan("BOWL-1")
    window.lies(("Mug", 1), ("Bowl", 1))


@pytest.mark.slow
@pytest.mark.usefixtures("invariants")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("part", ["request", "answer"])
def test_a_pay_that_the_server_went_away_in_is_booked_once_and_said_so(
    shop, at_till, goods, way, part
):
    mug = goods("MUG-1", name="Mug")
    window, cable = at_till()
    window.scan("MUG-1")
    window.lies(("Mug", 1))
    window.quote()
    trap = cable.trap("api.pay", f"hold {part}")
    window.press("Return")
    trap.wait()

    stop_hard(shop.postgres, WAYS[way])
    trap.way = f"lose {part}"
    trap.free.set()
    time.sleep(AWAY)
    shop.postgres.start()
    back = time.monotonic()

    number = window.sold(LIMIT)
    print(f"\n{way} in pay's {part}: booked and said so after {time.monotonic() - back:.1f} s")
    assert shop.orders() == [number]
    assert shop.stock(mug) == (9, 0)
    assert shop.payments_asked() == 1
    window.until(lambda seen: seen["light"] == "ok", "the green light", LIMIT)


GOODS = """
    WITH made AS (
        INSERT INTO products (name, price_amount, price_currency, category_id, status)
        SELECT 'Mug', 2.50, 'USD', id, 'active' FROM categories RETURNING id
    ), coded AS (
        INSERT INTO storedesk.product_barcodes (barcode, product_id) SELECT 'MUG-1', id FROM made
    )
    SELECT id FROM made
"""


@pytest.fixture
def own(tmp_path_factory):
    """A store on this computer, with a mug: the workspace that it was made by."""
    folder = tmp_path_factory.mktemp("own")
    workspace = Workspace(Profile(folder))
    settings = StoreSettings(name="Corner Shop", currency="USD")
    first = NewStore(settings=settings, login="emma", display_name="Emma", password=PASSWORD)
    workspace.make_store(first, lambda _step, _share: None)
    with psycopg.connect(workspace.own_dsn(), autocommit=True) as owner:
        owner.execute("INSERT INTO categories (name) VALUES ('Things')")
        [mug] = owner.execute(GOODS).fetchone()
        owner.execute(
            "SELECT core.move_stock(%s, NULL, 'set', 10, 'opening', NULL, core.now())", [mug]
        )
    yield workspace
    workspace.leave()
    server = Server(Path(folder) / "embedded")
    server.start()
    server.remove()


@pytest.fixture
def window(own):
    """The window of that store."""
    window = Window(own.profile.folder)
    yield window
    window.close()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_a_window_starts_its_own_server_again_when_that_has_died(own, window, way):
    window.start().open_shift()
    window.scan("MUG-1")
    window.lies(("Mug", 1))
    server = own.server

    gone = time.monotonic()
    stop_hard(server, WAYS[way])
    window.scan("MUG-1")

    window.until(lambda seen: seen["lines"] == [["Mug", 2]] and not seen["sent"], "2", LIMIT)
    print(f"\nown server {way}: works again by itself after {time.monotonic() - gone:.1f} s")
    window.until(lambda seen: seen["light"] == "ok", "the green light", LIMIT)
    window.quote()
    window.pay()
    with psycopg.connect(own.own_dsn(), autocommit=True) as owner:
        assert broken(owner) == []
    assert window.close() == 0
