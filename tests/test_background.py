import asyncio
import logging
from types import SimpleNamespace

import pytest

from storedesk.adapters.backups import backups
from storedesk.background import LITTLE_ROOM, NO_ROOM, Background, Room
from storedesk.domain.errors import Unavailable
from storedesk.domain.opening import NewStore
from storedesk.domain.store import StoreSettings
from storedesk.services.opening import Premises
from storedesk.settings import Profile, StoreKind


def looked_after(free, **more):
    server = SimpleNamespace(free_bytes=lambda: free)
    return SimpleNamespace(server=server, kind=StoreKind.DEMO, **more)


def away(_service=None):
    raise Unavailable("unavailable")


@pytest.mark.parametrize(
    ("free", "room"),
    [(LITTLE_ROOM, Room.ENOUGH), (LITTLE_ROOM - 1, Room.LITTLE), (NO_ROOM - 1, Room.NONE)],
)
def test_it_says_how_much_room_there_is_even_while_the_database_is_away(free, room, caplog):
    told = []

    async def scene():
        background = Background(looked_after(free, own_dsn=away), told.append)
        background.start()
        while not caplog.records:
            await asyncio.sleep(0.01)
        await background.stop()
        background.close()

    with caplog.at_level(logging.WARNING):
        asyncio.run(scene())
    assert told == [room]
    assert "does not answer" in caplog.text


def test_a_shared_store_is_left_to_its_owner():
    async def scene():
        background = Background(SimpleNamespace(server=None), pytest.fail)
        background.start()
        await asyncio.sleep(0.01)
        await background.stop()
        background.close()

    asyncio.run(scene())


def test_it_saves_a_store_once_a_day_and_at_closing(tmp_path):
    premises = Premises(Profile(tmp_path))
    new = NewStore(
        settings=StoreSettings(name="Corner Books"),
        login="emma",
        display_name="Emma Price",
        password="a long enough password",
    )
    premises.make_store(new, lambda *_: None)
    saved = []

    async def scene():
        background = Background(premises, lambda _: None)
        for _ in range(2):  # the second time within a day
            background._daily()
            saved.append(len(backups(premises.profile.backups, "store")))
        await asyncio.sleep(1)  # backups are named by the second
        await background.last_backup()
        background.close()

    try:
        asyncio.run(scene())
        assert saved == [1, 1]
        assert len(backups(premises.profile.backups, "store")) == 2
    finally:
        premises.server.remove()
