"""News: told once, whoever made them, and after every break of the line."""

import queue
from uuid import uuid4

import pytest

from storedesk.persistence.listener import ANYTHING, Listener, News, read_news


@pytest.fixture
def heard(store):
    """Listen as Ada; a queue of what is told, with None for a line that broke."""
    told = queue.Queue()
    listener = Listener(store.dsn("ada"), told.put, lambda: told.put(None))
    listener.start()
    assert told.get(timeout=5) == ANYTHING
    yield told
    listener.stop()
    listener.join()


def test_what_is_not_news_means_look_again():
    for payload in ("", "'; drop", "[]", "{}", "7", '{"t": "orders", "ids": [1]}'):
        assert read_news(payload) == ANYTHING


def test_news_names_the_table_and_the_rows():
    id_ = uuid4()
    assert read_news(f'{{"t": "orders", "ids": ["{id_}"]}}') == News("orders", frozenset({id_}))
    assert read_news('{"t": "orders"}') == News("orders", None)


def test_a_new_product_is_told(heard, add_product):
    mug = add_product("Mug")

    told = set()
    while News("products", frozenset({mug})) not in told:
        told.add(heard.get(timeout=5))

    assert {news.table for news in told} <= {"products", "categories", "inventory"}


def test_after_a_break_anything_may_have_changed(heard, store):
    store.sql(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
        "WHERE application_name = 'storedesk news'"
    )

    assert heard.get(timeout=5) is None
    assert heard.get(timeout=5) == ANYTHING
