"""A cashier asks all the time to have others ended, while everybody works: nobody is."""

import json
import os
import subprocess
import sys
import threading
import time
from uuid import uuid4

import psycopg
import pytest

from storedesk.domain.importing.file import ImportOptions, read_map
from storedesk.persistence.engine.database import Database
from storedesk.services import importing
from storedesk.services.mailer import Mailer
from tests.attacks.shop import CODES, measure
from tests.drawn import unique
from tests.outbox.servers import MailServer
from tests.webshop import shop as web_shop

SECONDS = float(os.environ.get("STOREDESK_ATTACK_SECONDS", "120"))
PLAIN = ImportOptions(columns=read_map(["code=Code", "name=Name", "price=Price"]), opening_stock=5)


class Asking:
    """A cashier who calls api.end_blockers as fast as they can, on two connections."""

    def __init__(self, shop):
        self.shop, self.person = shop, shop.stranger("cashier")
        self.stopping, self.calls, self.ended = threading.Event(), 0, []
        self.threads = [threading.Thread(target=self._ask) for _ in range(2)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stopping.set()
        for thread in self.threads:
            thread.join()

    def _ask(self):
        with psycopg.connect(self.shop.dsn(self.person), autocommit=True) as line:
            while not self.stopping.is_set():
                self.ended += line.execute("SELECT api.end_blockers()").fetchone()[0]
                self.calls += 1


def bring_in(shop, folder, products, done):
    """Import goods as a manager does, for longer than five seconds."""
    path = folder / f"{unique()}.csv"
    rows = [f"{unique(12)},Imported {n},1.50" for n in range(products)]
    path.write_text("\n".join(["Code,Name,Price", *rows]), encoding="utf-8")
    database = Database(shop.dsn("cyd"), pool_size=1)
    begun = time.monotonic()
    try:
        with database.reading() as session:
            seen = importing.preview(session, (path,), PLAIN)
        with database.editing() as session:
            told = importing.carry_out(session, seen, PLAIN)
    finally:
        database.close()
    done.append(("import", told.counts.new, time.monotonic() - begun))


def count(shop, stopping, done):
    """Count all goods and post it, over and over, as a clerk does."""
    with psycopg.connect(shop.dsn("ada"), autocommit=True) as line:
        while not stopping.is_set():
            made = uuid4()
            line.execute("SELECT api.open_count(%s, %s, 'Shelf', '{}')", [uuid4(), made])
            for code in CODES:
                words = "SELECT api.count_item(%s, %s, NULL, %s, 1000000, true)"
                line.execute(words, [uuid4(), made, code])
            line.execute("SELECT api.post_count(%s, %s, true)", [uuid4(), made])
            done.append(("count", len(CODES), 0))


def order_on_the_web(shop, done):
    """Sell by the example web shop in a process of its own."""
    words = [sys.executable, web_shop.__file__, shop.dsn("wes"), "trade", "1"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(words, **pipes) as process:
        assert process.stdout.readline() == "ready\n"
        process.stdin.write("\n")
        process.stdin.flush()
        done.append(("web", json.loads(process.stdout.readline()), 0))


def work(shop, folder, products):
    """Have everybody do what takes time; answer with what they did."""
    done, stopping, failed = [], threading.Event(), []

    def guarded(job, *given):
        try:
            job(*given)
        except Exception as error:  # noqa: BLE001 - told by the test
            failed.append(repr(error))

    threads = [
        threading.Thread(target=guarded, args=(bring_in, shop, folder, products, done)),
        threading.Thread(target=guarded, args=(count, shop, stopping, done)),
        threading.Thread(target=guarded, args=(order_on_the_web, shop, done)),
    ]
    for thread in threads:
        thread.start()
    threads[0].join()
    stopping.set()
    for thread in threads[1:]:
        thread.join()
    assert failed == []
    return done


@pytest.fixture
def mailer(attacked):
    """A mailer that sends what the web shop's orders bring about, slowly."""
    server = MailServer()
    attacked.sql(
        "UPDATE storedesk.store_settings SET smtp_host = %s, smtp_port = %s,"
        " smtp_security = 'none', sender_email = 'shop@shop.example',"
        " count_tolerance_pieces = 1000000, count_tolerance_amount = 99999999",
        server.host, server.port,
    )  # fmt: skip
    mailer = Mailer(attacked.dsn("max"))
    thread = threading.Thread(target=mailer.run)
    thread.start()
    yield server
    mailer.stop()
    thread.join(30)
    server.stop()
    attacked.sql("UPDATE storedesk.store_settings SET smtp_host = NULL")


def nobody_is_ended(shop, folder, products):
    before = shop.sql("SELECT count(*) FROM storedesk.blockers WHERE is_ended")
    with Asking(shop) as asking:
        done = work(shop, folder, products)
    print(f"\nasked {asking.calls} times meanwhile; done {done[-1][0]}, {len(done)} things")
    assert asking.ended == []
    assert shop.sql("SELECT count(*) FROM storedesk.blockers WHERE is_ended") == before
    assert {name for name, *_ in done} == {"import", "count", "web"}
    (brought,) = [one for one in done if one[0] == "import"]
    assert brought[1] == products
    (web,) = [one[1] for one in done if one[0] == "web"]
    assert web["orders"] > 0
    assert web["failures"] == []
    return asking.calls, brought[2]


@pytest.mark.usefixtures("mailer")
def test_who_asks_all_the_time_ends_nobody_at_work(attacked, tmp_path):
    calls, _ = nobody_is_ended(attacked, tmp_path, products=600)
    assert calls > 20


@pytest.mark.slow
def test_who_asks_while_a_long_import_runs_and_tills_sell_ends_nobody(attacked, tmp_path, mailer):
    with attacked.selling(tmp_path) as tills:
        begun = time.monotonic()
        longest = 0.0
        while time.monotonic() - begun < SECONDS:
            _, took = nobody_is_ended(attacked, tmp_path, products=15_000)
            longest = max(longest, took)
        told = measure(tills, 1)
    assert longest > 10
    assert told.refused == []
    assert mailer.taken
    assert attacked.broken() == []
