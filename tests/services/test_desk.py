"""The one door: lost answers, patience, and questions that are called off."""

import asyncio
import time
from contextlib import contextmanager
from functools import partial
from itertools import count
from types import SimpleNamespace
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import literal, select, text

from storedesk import api
from storedesk.domain.inventory import Reason
from storedesk.domain.refusals.errors import Unavailable
from storedesk.persistence.engine.database import Database
from storedesk.persistence.engine.prepared import Written
from storedesk.services import desk as desks


@pytest.fixture
def ada(store):
    """Ada's desk: she is a clerk."""
    desk = desks.Desk(Database(store.dsn("ada")))
    yield desk
    desk.close()


@pytest.fixture
def lose_answers(ada, monkeypatch):
    """Cut Ada's line as the database answers, the first few times: what was done goes unheard."""
    monkeypatch.setattr(desks, "PAUSES", (0, 0))

    def lose_answers(times):
        answers, line_of = count(1), ada.database._line

        @contextmanager
        def cut():
            with line_of() as line:
                yield SimpleNamespace(execute=partial(unheard, line))

        def unheard(line, *call):
            answer = line.execute(*call)
            if next(answers) <= times:
                line.close()
                raise psycopg.OperationalError("the server closed the connection unexpectedly")
            return answer

        monkeypatch.setattr(ada.database, "_line", cut)
        return ada

    return lose_answers


ASLEEP = """
    SELECT count(*) FROM pg_stat_activity
    WHERE query = 'SELECT pg_sleep(12)' AND state = 'active'
"""


def take_three(desk, product):
    return asyncio.run(
        desk.do(api.inventory.adjust_stock, product, by=-3, reason=Reason.DAMAGED, note=None)
    )


ONE = Written(select(literal(1)))
LINES_OF_ADA = """
    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE application_name = 'storedesk' AND datname = current_database()
"""


@pytest.mark.parametrize(
    "ask", [lambda session: session.scalar(select(literal(1))), lambda s: ONE.rows(s)[0][0]]
)
def test_a_question_on_a_line_that_broke_a_moment_ago_is_asked_again_on_another_one(
    ada, store, ask
):
    async def before_and_after():
        assert await asyncio.gather(*(ada.read(ask) for _ in range(3))) == [1, 1, 1]
        assert store.rows(LINES_OF_ADA)[0][0] > 0
        return await ada.read(ask)

    assert asyncio.run(before_and_after()) == 1


@pytest.mark.parametrize("times", [1, 2])
def test_a_deed_whose_answer_is_lost_is_tried_again_and_done_once(
    lose_answers, store, add_product, times
):
    mug = add_product("Mug", on_hand=10)

    assert take_three(lose_answers(times), mug) == 7

    taken = "SELECT count(*) FROM inventory_audit_log WHERE adjustment = -3"
    assert store.sql("SELECT stock_level FROM inventory") == 7
    assert store.sql(taken) == 1


def test_when_no_answer_comes_it_admits_that_it_does_not_know(lose_answers, store, add_product):
    mug = add_product("Mug", on_hand=10)

    with pytest.raises(Unavailable, match="Check whether this was done"):
        take_three(lose_answers(3), mug)

    assert store.sql("SELECT stock_level FROM inventory") == 7


def test_a_line_that_broke_a_moment_ago_is_tried_again_with_another_one(ada, store, add_product):
    mug = add_product("Mug", on_hand=10)
    take_three(ada, mug)
    store.sql(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
        " WHERE application_name = 'storedesk' AND datname = current_database()"
    )

    take_three(ada, mug)

    assert store.sql("SELECT stock_level FROM inventory") == 4


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["unavailable", "server_starting", "busy"], "perhaps_done"),
        (["server_full", "server_starting", "busy"], "busy"),
    ],
)
def test_a_lost_answer_is_not_forgotten_for_what_is_said_later(ada, monkeypatch, said, told):
    answers = iter(said)

    def call(_command):
        raise Unavailable(next(answers))

    monkeypatch.setattr(desks, "PAUSES", (0, 0))
    monkeypatch.setattr(ada.database, "call", call)

    with pytest.raises(Unavailable) as refusal:
        take_three(ada, uuid4())

    assert refusal.value.code == told


def test_it_tries_again_for_as_long_as_it_is_patient(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setattr(time, "sleep", lambda seconds: now.append(now.pop() + seconds))

    def answer_after_nine_seconds():
        if now[0] < 9:
            raise Unavailable("unavailable")
        return "here"

    assert desks.patiently(answer_after_nine_seconds) == "here"


def test_two_clicks_are_two_deeds(ada, store, add_product):
    mug = add_product("Mug", on_hand=10)

    take_three(ada, mug)
    take_three(ada, mug)

    assert store.sql("SELECT stock_level FROM inventory") == 4


def test_a_question_that_nobody_waits_for_is_dropped_by_the_server(ada, store):
    def sleep(session):
        session.execute(text("SELECT pg_sleep(12)"))

    async def scene():
        task = asyncio.create_task(ada.read(sleep))
        while not store.sql(ASLEEP):
            await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        while store.sql(ASLEEP):
            await asyncio.sleep(0.02)

    asyncio.run(asyncio.wait_for(scene(), 6))


def test_a_question_that_is_called_off_after_the_desk_has_closed_ends_quietly(ada):
    async def scene():
        task = asyncio.create_task(ada.read(lambda session: session.execute(text("SELECT 1"))))
        await asyncio.sleep(0)
        ada.close()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scene())


def test_a_deed_goes_on_though_its_caller_was_cancelled(ada, store, add_product):
    mug = add_product("Mug", on_hand=10)

    async def scene():
        action = ada.do(api.inventory.adjust_stock, mug, by=-3, reason=Reason.DAMAGED, note=None)
        task = asyncio.create_task(action)
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scene())
    ada.close()
    assert store.sql("SELECT stock_level FROM inventory") == 7


def test_a_busy_row_is_waited_for(ada, store, add_product, monkeypatch):
    monkeypatch.setattr(desks, "PAUSES", (0.05,) * 40)
    mug = add_product("Mug", on_hand=10)

    async def scene():
        with store.connect() as other:
            other.autocommit = False
            other.execute("SELECT 1 FROM inventory FOR NO KEY UPDATE")
            task = asyncio.create_task(
                ada.do(api.inventory.adjust_stock, mug, by=-3, reason=Reason.DAMAGED, note=None)
            )
            await asyncio.sleep(0.5)
            other.rollback()
            return await task

    assert asyncio.run(scene()) == 7


def test_it_is_patient_for_ten_seconds_and_no_more(monkeypatch):
    clock = count(step=3)  # it looks at it before and after each try
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(time, "sleep", lambda _: None)
    tries = []

    def fail():
        tries.append(1)
        raise Unavailable("busy")

    with pytest.raises(Unavailable):
        desks.patiently(fail)

    assert len(tries) == 2


@pytest.mark.parametrize("person", ["wes", "cyd"])
def test_whoever_holds_a_row_for_good_is_ended_by_the_one_who_waits(
    person, ada, store, add_product
):
    mug = add_product("Mug", on_hand=10)
    holder = psycopg.connect(store.dsn(person))
    if person == "wes":
        holder.execute("UPDATE inventory SET version = version + 1")
    else:
        words = "SELECT api.adjust_stock(%s, %s, NULL, 1, 'mine')"
        holder.execute(words, [uuid4(), mug])
    begun = time.monotonic()

    assert take_three(ada, mug) == 7

    assert time.monotonic() - begun < 10
    with pytest.raises(psycopg.OperationalError):
        holder.execute("SELECT 1")
    holder.close()


def test_a_form_that_waited_in_vain_for_a_lock_is_tried_again(store):
    with store.connect() as owner:
        tries = []

        def rename(session):
            tries.append(1)
            session.execute(text("SET LOCAL lock_timeout = '50ms'"))
            if len(tries) == 3:
                owner.rollback()
            session.execute(text("UPDATE storedesk.suppliers SET phone = '1'"))

        store.sql("INSERT INTO storedesk.suppliers (name) VALUES ('Mill')")
        owner.autocommit = False
        owner.execute("SELECT 1 FROM storedesk.suppliers FOR UPDATE")
        boss = desks.Desk(Database(store.dsn("cyd")))
        try:
            asyncio.run(boss.edit(rename))
        finally:
            boss.close()
    assert len(tries) == 3
    assert store.sql("SELECT phone FROM storedesk.suppliers") == "1"


def test_a_form_is_tried_once_where_it_may_have_been_saved(ada, monkeypatch):
    monkeypatch.setattr(desks, "PAUSES", (0, 0))
    tries = []

    def save(_session):
        tries.append(1)
        raise Unavailable("unavailable")

    with pytest.raises(Unavailable):
        asyncio.run(ada.edit(save))
    assert tries == [1]


@pytest.mark.parametrize(("took", "pauses"), [(2.0, [0.1] * 4), (0.0, [0.1, 0.4, 1.0, 2.0, 2.0])])
def test_who_waited_long_goes_on_soon_and_has_the_others_ended(took, pauses, monkeypatch):
    now, slept, relieved = [0.0], [], []
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setattr(time, "sleep", lambda seconds: slept.append(seconds) or wait(seconds))

    def wait(seconds):
        now[0] += seconds

    def fail():
        wait(took)
        raise Unavailable("kept_waiting")

    with pytest.raises(Unavailable):
        desks.patiently(fail, relieve=lambda: relieved.append(now[0]))

    assert slept[: len(pauses)] == pauses
    assert len(relieved) == len(slept)
    assert now[0] < 13
