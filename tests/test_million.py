"""`make million` in small: what it measures is a lawful store, asked the same by hand and by us."""

import asyncio
import sys
from pathlib import Path

import psycopg
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from bench import lists, million
from bench.big_store import big_store

from storedesk import queries
from storedesk.persistence.engine.database import SETTINGS, Database
from storedesk.persistence.schema.invariants import broken
from storedesk.services.desk import Desk

SIZE = 1_200


@pytest.fixture(scope="module")
def store():
    if why := million.missing(SIZE):
        pytest.skip(why)
    with big_store(SIZE, million.STAFF) as made:
        yield made


@pytest.fixture
def ask(store):
    """Ask as the window does."""
    desk = Desk(Database(store.dsn("boss")))

    def ask(question, *values, **named):
        with asyncio.Runner() as runner:
            return runner.run(desk.read(question, *values, **named))

    yield ask
    desk.close()


def test_products_made_in_bulk_are_as_lawful_as_any(store):
    with psycopg.connect(store.owner, autocommit=True) as owner:
        assert owner.execute("SELECT count(*) FROM products").fetchone() == (SIZE,)
        assert broken(owner) == []


def test_both_ways_that_are_compared_give_the_same(store, ask):
    with psycopg.connect(store.dsn("boss"), options=SETTINGS) as raw:
        ours = ask(queries.catalog_lists.first_products, limit=lists.PAGE)
        assert lists.products(raw, lists.PRODUCTS.format("")) == ours
        assert len(ours) == lists.PAGE
        for words in lists.WORDS:
            by_hand = lists.products(raw, lists.PRODUCTS.format(lists.FOUND), words.split())
            assert by_hand == ask(
                queries.catalog_lists.first_products, search=words, limit=lists.PAGE
            )
        ids = [one.id for one in ours[-20:]]
        by_key = {one.id: one for one in lists.products(raw, lists.BY_KEY, ids)}
        assert [by_key[key] for key in ids] == ask(queries.catalog_lists.product_lines, ids)
        assert raw.execute(million.KEYS).fetchone() == (ask(queries.catalog_lists.product_keys),)


def test_what_a_small_store_is_asked_is_asked_of_a_large_one_too(store):
    found = list(million.growth(store, store, SIZE, runs=3))
    assert [one.name for one in found] == [name for name, _ in million.questions()]
    assert all(0 < one.ratios["the small store"] < 100 for one in found)


def test_the_store_is_as_it_was_after_sales_of_which_no_statistics_know(store):
    found = million.aged(store, SIZE)
    assert 0 < found.ratios["after ANALYZE"] < 100
    with psycopg.connect(store.owner) as owner:
        assert broken(owner) == []


@pytest.mark.slow
def test_a_window_of_its_own_tells_what_it_took(store):
    told = {figure.name: figure for figure in million.window(store, SIZE)}
    assert set(told) == {
        "gui_scroll", "gui_jump", "gui_search", "gui_sort", "gui_news", "window_mb",
    }  # fmt: skip
    assert told["window_mb"].holds
