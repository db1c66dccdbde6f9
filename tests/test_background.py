import asyncio
import json
import logging
import threading
import time
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest

from storedesk.adapters.transfer.backup_files import WRITTEN, backups
from storedesk.background import LITTLE_ROOM, NO_ROOM, Background, DiskSpace, MailerThread
from storedesk.domain.refusals.errors import Unavailable
from storedesk.domain.store import StoreSettings
from storedesk.domain.workspace import NewStore
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, StoreKind
from tests.outbox.servers import MailServer


def looked_after(free, **more):
    server = SimpleNamespace(free_bytes=lambda: free)
    return SimpleNamespace(server=server, kind=StoreKind.DEMO, **more)


def away(_service=None):
    raise Unavailable("unavailable")


@pytest.mark.parametrize(
    ("free", "room"),
    [
        (LITTLE_ROOM, DiskSpace.ENOUGH),
        (LITTLE_ROOM - 1, DiskSpace.LITTLE),
        (NO_ROOM - 1, DiskSpace.NONE),
    ],
)
def test_it_says_how_much_room_there_is_even_while_the_database_is_away(
    free, room, caplog, tmp_path
):
    told = []
    profile = SimpleNamespace(backups=tmp_path)

    async def scene():
        background = Background(
            looked_after(free, own_dsn=away, profile=profile, database="demo"), told.append
        )
        background.start()
        while not caplog.records:
            await asyncio.sleep(0.01)
        await background.stop()
        background.close()

    with caplog.at_level(logging.WARNING):
        asyncio.run(scene())
    assert told == [room]
    assert "does not answer" in caplog.text


@pytest.mark.parametrize(
    ("ages", "saved"),
    [([], 1), ([timedelta(hours=23)], 0), ([timedelta(hours=25)], 1), ([timedelta(days=-365)], 1),
     ([timedelta(days=-365), timedelta(hours=1)], 0)],
)  # fmt: skip
def test_a_backup_of_a_clock_that_was_ahead_stands_for_none_of_today(
    ages, saved, tmp_path, monkeypatch
):
    for age in ages:
        taken = (datetime.now(UTC) - age).strftime(WRITTEN)
        (tmp_path / f"store-{taken}.dump").touch()
    profile = SimpleNamespace(backups=tmp_path)
    background = Background(
        looked_after(LITTLE_ROOM, own_dsn=away, profile=profile, database="store"), lambda _: None
    )
    done = []
    monkeypatch.setattr(background, "_back_up", lambda: done.append(1))
    background._daily()
    background.close()

    assert len(done) == saved


def test_it_seals_and_sums_up_as_the_system_every_ten_minutes(monkeypatch):
    asked, summed, pauses = [], [], []
    monkeypatch.setattr("storedesk.background.Background._daily", lambda _: None)
    monkeypatch.setattr("storedesk.services.sealing.seal_all", lambda dsn: asked.append(dsn) or 1)
    monkeypatch.setattr("storedesk.services.summing.sum_all", lambda dsn: summed.append(dsn) or 1)
    server = SimpleNamespace(free_bytes=lambda: NO_ROOM * 9, tend_log=lambda: None)
    workspace = SimpleNamespace(server=server, kind=StoreKind.DEMO, own_dsn=lambda who: who)
    real = asyncio.sleep

    async def pause(_):
        pauses.append(len(asked))
        await real(0)

    async def scene():
        background = Background(workspace, lambda _: None)
        monkeypatch.setattr("storedesk.background.asyncio.sleep", pause)
        background.start()
        while len(pauses) < 11:
            await real(0)
        await background.stop()
        background.close()

    asyncio.run(scene())
    assert set(asked) == {"system"}
    assert summed == asked
    assert pauses[:11] == [1] * 10 + [2], "a pause is a minute"


@pytest.mark.parametrize("bug", [RecursionError, ValueError, SystemExit])
@pytest.mark.parametrize("where", ["room", "daily", "tell"])
def test_no_bug_ends_the_looking_after(where, bug, monkeypatch, caplog):
    monkeypatch.setattr("storedesk.background.LOOKS", timedelta(milliseconds=5))
    rounds = []

    def fail(*_):
        rounds.append(where)
        raise bug

    def room():
        return fail() if where == "room" else NO_ROOM * 9

    monkeypatch.setattr(
        "storedesk.background.Background._daily", fail if where == "daily" else lambda _: None
    )
    workspace = SimpleNamespace(server=SimpleNamespace(free_bytes=room), kind=StoreKind.DEMO)

    async def scene():
        background = Background(workspace, fail if where == "tell" else lambda _: None)
        background.start()
        async with asyncio.timeout(10):
            while len(rounds) < 3:
                await asyncio.sleep(0.01)
        await background.stop()
        background.close()

    asyncio.run(scene())
    assert bug.__name__ in caplog.text


def test_a_mailer_that_ends_unasked_is_begun_again(monkeypatch, caplog):
    began = []

    class Broken:
        def __init__(self, *_):
            self.stopping = threading.Event()

        def run(self):
            began.append(self)
            if len(began) < 3:
                raise SystemExit
            self.stopping.wait()

        def stop(self):
            self.stopping.set()

    monkeypatch.setattr("storedesk.services.mailer.Mailer", Broken)
    monkeypatch.setattr("storedesk.services.restarted.PAUSE", 0.01)
    post = MailerThread()
    post.go("dbname=none", None)
    ends = time.monotonic() + 10
    while len(began) < 3 and time.monotonic() < ends:
        time.sleep(0.01)
    post.end()
    assert len(began) == 3
    assert "begins again" in caplog.text


def test_a_shared_store_is_left_to_its_owner():
    async def scene():
        background = Background(SimpleNamespace(server=None), pytest.fail)
        background.start()
        await asyncio.sleep(0.01)
        await background.stop()
        background.close()

    asyncio.run(scene())


def test_it_saves_a_store_once_a_day_and_at_closing(tmp_path):
    workspace = Workspace(Profile(tmp_path))
    new = NewStore(
        settings=StoreSettings(name="Corner Books"),
        login="emma",
        display_name="Emma Price",
        password="a long enough password",
    )
    workspace.make_store(new, lambda *_: None)
    saved = []

    async def scene():
        background = Background(workspace, lambda _: None)
        for _ in range(2):  # the second time within a day
            background._daily()
            saved.append(len(backups(workspace.profile.backups, "store")))
        await asyncio.sleep(1)  # backups are named by the second
        await background.last_backup()
        background.close()

    try:
        asyncio.run(scene())
        assert saved == [1, 1]
        assert len(backups(workspace.profile.backups, "store")) == 2
    finally:
        workspace.server.remove()


@pytest.mark.parametrize("is_demo", [False, True])
def test_it_sends_the_mails_of_a_store_of_its_own_and_never_those_of_a_demo(
    is_demo, store, monkeypatch
):
    """The store is on the tests' server; what is behind the door says that it is its own."""
    customer, server = uuid4(), MailServer()
    store.sql(
        "INSERT INTO customers (id, email, first_name, last_name)"
        " VALUES (%s, 'ann@example.com', 'Ann', 'Other')",
        customer,
    )
    store.sql(
        "UPDATE storedesk.store_settings SET smtp_host = %s, smtp_port = %s,"
        " smtp_security = 'none', sender_email = 'shop@shop.example', is_demo = %s",
        server.host, server.port, is_demo,
    )  # fmt: skip
    words = """
        INSERT INTO email_queue (
            email_type, recipient_email, subject, reference_type, reference_id, payload
        )
        VALUES ('verification', 'ann@example.com', 'Hello', 'customer', %s, %s) RETURNING id
    """
    monkeypatch.setattr("storedesk.background.Background._daily", lambda _: None)
    workspace = SimpleNamespace(
        server=SimpleNamespace(free_bytes=lambda: NO_ROOM * 9),
        kind=StoreKind.DEMO if is_demo else StoreKind.EMBEDDED,
        own_dsn=lambda _: store.dsn("max"),
    )

    async def scene():
        background = Background(workspace, lambda _: None)
        background.start()
        listening = """
            SELECT count(*) FROM pg_stat_activity
            WHERE query = 'LISTEN storedesk' AND datname = current_database()
        """
        while not is_demo and not store.sql(listening):
            await asyncio.sleep(0.02)
        letter = {"name": "Ann", "link": "https://a.example/b", "expires_at": "2099-01-01T00:00Z"}
        store.sql(words, customer, json.dumps(letter))
        for _ in range(20 if is_demo else 500):
            if store.sql("SELECT status FROM email_queue") == "sent":
                break
            await asyncio.sleep(0.02)
        await background.stop()
        background.close()

    try:
        asyncio.run(scene())
    finally:
        server.stop()
    assert len(server.taken) == (0 if is_demo else 1)
    assert server.connections == (0 if is_demo else 1)
    store.sql("DELETE FROM email_queue")
