"""News of the store on their way to the pages: few, whatever is told."""

from uuid import uuid4

import pytest

from storedesk.domain.change_notices import EVERY_TABLE
from storedesk.ui.shell import news as news_of
from storedesk.ui.shell.news import News


@pytest.fixture
def told(monkeypatch):
    monkeypatch.setattr(news_of, "EVERY_MS", 1)
    monkeypatch.setattr(news_of, "EVERYTHING_MS", 200)
    said = []
    news = News(lambda table, ids, is_answered: said.append((table, ids)))
    news.said = said
    yield news
    news.stop()


def test_everything_is_told_at_once_and_then_not_all_the_time(told, qtbot):
    told.hear(EVERY_TABLE, None)
    qtbot.waitUntil(lambda: told.said == [(EVERY_TABLE, None)])

    for _ in range(50):
        told.hear(EVERY_TABLE, None)
        qtbot.wait(1)
    assert len(told.said) <= 2
    qtbot.waitUntil(lambda: len(told.said) == 2)


def test_single_news_do_not_wait_for_everything(told, qtbot):
    told.hear(EVERY_TABLE, None)
    qtbot.waitUntil(lambda: len(told.said) == 1)
    mug = frozenset({uuid4()})
    told.hear(EVERY_TABLE, None)
    told.hear("orders", mug)

    qtbot.waitUntil(lambda: ("orders", mug) in told.said)
    assert told.said == [(EVERY_TABLE, None), ("orders", mug)]
    qtbot.waitUntil(lambda: told.said[-1] == (EVERY_TABLE, None))


def test_more_tables_than_there_are_mean_everything(told, qtbot):
    for n in range(news_of.MOST_TABLES + 1):
        told.hear(f"x{n}", frozenset({uuid4()}))
    qtbot.waitUntil(lambda: told.said == [(EVERY_TABLE, None)])


def test_more_rows_than_anybody_looks_up_one_by_one_mean_any_of_them(told, qtbot):
    for _ in range(news_of.MOST_ROWS + 1):
        told.hear("orders", frozenset({uuid4()}))
    qtbot.waitUntil(lambda: told.said == [("orders", None)])
