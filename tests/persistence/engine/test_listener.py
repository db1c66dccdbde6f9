"""News: told once, whoever made them, and after every break of the line."""

import json
import queue
from uuid import uuid4

import psycopg
import pytest

from storedesk.domain.change_notices import ANYTHING, ChangeNotice
from storedesk.persistence.engine import listener as listening
from storedesk.persistence.engine.listener import Listener, read_news
from tests.conftest import PASSWORD


@pytest.fixture
def heard(store):
    """Listen as Ada; a queue of what is told, with None for a line that broke."""
    told = queue.Queue()
    listener = Listener(store.dsn("ada"), told.put, lambda _: told.put(None))
    listener.start()
    assert told.get(timeout=5) == ANYTHING
    yield told
    listener.stop()
    listener.join()


def is_about(notice, product):
    return product in notice.tables.get("products", ())


def await_product(heard, product):
    """Wait for the news of a product, and return it."""
    while not is_about(notice := heard.get(timeout=5), product):
        pass
    return notice


def test_what_is_not_news_means_look_again():
    for payload in ("", "'; drop", "[]", "{}", "7", '{"t": {}}', '{"t": {"orders": [1]}}'):
        assert read_news(payload) == ANYTHING


HOSTILE = [
    "[" * 7_900,
    '{"t":' * 1_500,
    '{"t": {"orders": ' + "[" * 7_800,
    "1" * 7_900,
    '{"t": {"orders": [' + "1" * 5_000 + "]}}",
    "\u202e\ufeff\U0001f9ff" * 500,
    '{"t": {"\\ud800": null}}',
    '{"t": null}',
    '{"t": "orders"}',
    '{"t": {"' + "x" * 3_000 + '": null}}',
    '{"t": {"orders": "abc"}}',
    '{"t": {"orders": {"a": 1}}}',
    '{"t": {"orders": [null]}}',
    '{"t": {"orders": [1e999]}}',
    '{"t": {"orders": null}, "r": 7}',
    '{"t": {"orders": null}, "r": "T1"}',
    '{"t": {' + ", ".join(f'"x{n}": null' for n in range(61)) + "}}",
]
"""What anybody may tell: as deep, long and strange as a message can be."""


@pytest.mark.parametrize("payload", HOSTILE)
def test_whatever_anybody_tells_is_read(payload):
    assert read_news(payload) == ANYTHING


def test_news_of_more_rows_than_are_ever_told_means_look_again():
    many = json.dumps({"t": {"orders": [str(uuid4()) for _ in range(51)]}})
    assert read_news(many) == ANYTHING


def test_news_names_the_table_and_the_rows():
    id_, register = uuid4(), uuid4()
    rows = f'"t": {{"orders": ["{id_}"], "inventory": null}}'
    tables = {"orders": frozenset({id_}), "inventory": None}

    assert read_news(f"{{{rows}}}") == ChangeNotice(tables)
    told = read_news(f'{{"r": "{register}", {rows}}}', 4711)
    assert told == ChangeNotice(tables, register)
    assert told.sender == 4711


def test_a_new_product_is_told(heard, add_product):
    mug = add_product("Mug")

    told = await_product(heard, mug)
    assert set(told.tables) <= {"products", "categories", "inventory", "low_stock"}


def test_after_a_break_anything_may_have_changed(heard, store):
    store.sql(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
        "WHERE application_name = 'storedesk news'"
    )

    assert heard.get(timeout=5) is None
    assert heard.get(timeout=5) == ANYTHING


@pytest.mark.parametrize("payload", HOSTILE)
def test_nothing_that_a_cashier_tells_ends_the_listening(payload, heard, store, add_product):
    store.sql("SELECT pg_notify('storedesk', %s)", payload, login="bob")
    assert heard.get(timeout=5) == ANYTHING

    mug = add_product("Mug")

    await_product(heard, mug)


@pytest.mark.parametrize(
    ("refuse", "allow", "code"),
    [
        ("ROLE {login} CONNECTION LIMIT 0", "ROLE {login} CONNECTION LIMIT 12", "login_rests"),
        ("ROLE {login} PASSWORD 'x'", "ROLE {login} PASSWORD '{password}'", "wrong_password"),
        ("ROLE {login} NOLOGIN", "ROLE {login} LOGIN", "not_let_in"),
        (
            "DATABASE {database} ALLOW_CONNECTIONS false",
            "DATABASE {database} ALLOW_CONNECTIONS true",
            "store_closed",
        ),
    ],
)
def test_a_line_that_is_not_let_in_again_is_told_with_the_reason(store, refuse, allow, code):
    told = queue.Queue()
    listener = Listener(store.dsn("ada"), told.put, told.put)
    words = {"login": store.login("ada"), "password": PASSWORD, "database": store.name}
    with psycopg.connect(store.server, dbname="postgres", autocommit=True) as server:
        server.execute("ALTER " + refuse.format(**words))
        try:
            listener.start()
            assert told.get(timeout=10).code == code
        finally:
            server.execute("ALTER " + allow.format(**words))
    while told.get(timeout=10) != ANYTHING:
        pass
    listener.stop()
    listener.join()


@pytest.mark.parametrize("bug", [RecursionError, MemoryError, SystemExit])
def test_a_listener_that_fails_begins_again(bug, store, add_product, caplog):
    told = queue.Queue()

    def hear(news):
        if "bug" in news.tables:
            raise bug
        told.put(news)

    listener = Listener(store.dsn("ada"), hear, lambda _: told.put(None))
    listener.start()
    assert told.get(timeout=5) == ANYTHING
    store.sql("SELECT pg_notify('storedesk', '{\"t\": {\"bug\": null}}')", login="bob")

    assert told.get(timeout=5) is None
    assert told.get(timeout=5) == ANYTHING
    mug = add_product("Mug")
    await_product(told, mug)
    assert bug.__name__ in caplog.text
    listener.stop()
    listener.join()


def test_a_flood_of_news_is_told_as_few(heard, store, add_product):
    words = "SELECT count(pg_notify('storedesk', '{\"t\": {\"x' || n || '\": null}}'))"
    store.sql(f"{words} FROM generate_series(1, 20000) AS n", login="bob")
    mug = add_product("Mug")
    told = []
    while not told or not (told[-1] == ANYTHING or is_about(told[-1], mug)):
        told.append(heard.get(timeout=5))

    assert ANYTHING in told or len(told) > 20_000
    assert len(told) < 2 * listening.MOST


def test_a_line_reads_in_utf_8_whatever_the_computer_says(store, monkeypatch):
    monkeypatch.setenv("PGCLIENTENCODING", "LATIN1")
    with psycopg.connect(listening.polite(store.dsn("ada"))) as line:
        assert line.execute("SELECT '\u20ac'").fetchone() == ("\u20ac",)
